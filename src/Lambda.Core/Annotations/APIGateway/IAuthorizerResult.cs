namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>An authorizer's answer, made by <see cref="AuthorizerResults"/>.</summary>
public interface IAuthorizerResult
{
    /// <summary>Whether the request may pass.</summary>
    bool IsAuthorized { get; }

    /// <summary>Whom the authorizer recognised; null is written as <c>user</c>.</summary>
    string? PrincipalId { get; }

    /// <summary>
    /// What the functions behind the authorizer shall know, by name, and take with
    /// <see cref="FromCustomAuthorizerAttribute"/>; null when there is nothing.
    /// </summary>
    IDictionary<string, object>? Context { get; }

    /// <summary>Adds a text, a number or a truth value to the context; the same key again replaces it.</summary>
    /// <returns>This result.</returns>
    IAuthorizerResult WithContext(string key, object value);

    /// <summary>Says whom the authorizer recognised. Simple answers have no place for it.</summary>
    /// <returns>This result.</returns>
    IAuthorizerResult WithPrincipalId(string principalId);

    /// <summary>The answer as API Gateway reads it, at its start.</summary>
    /// <exception cref="InvalidOperationException">
    /// The context holds something else than texts, numbers and truth values.
    /// </exception>
    Stream Serialize(AuthorizerResultSerializationOptions options);
}
