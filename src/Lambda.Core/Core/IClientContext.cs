#nullable disable annotations // Any member may be null, and unannotated code against Amazon's package must not warn.

namespace Amazon.Lambda.Core;

/// <summary>
/// What a mobile application says about itself when it invokes a function directly. What it does not say is null.
/// </summary>
public interface IClientContext
{
    /// <summary>Facts about the device and the SDK, by name.</summary>
    IDictionary<string, string> Environment { get; }

    /// <summary>The application.</summary>
    IClientApplication Client { get; }

    /// <summary>Whatever else the application sends along.</summary>
    IDictionary<string, string> Custom { get; }
}

/// <summary>A mobile application that invokes functions.</summary>
public interface IClientApplication
{
    /// <summary>For example <c>com.example.photos</c>.</summary>
    string AppPackageName { get; }

    /// <summary>The name people see.</summary>
    string AppTitle { get; }

    /// <summary>The build number.</summary>
    string AppVersionCode { get; }

    /// <summary>The version people see.</summary>
    string AppVersionName { get; }

    /// <summary>Tells one installation from another.</summary>
    string InstallationId { get; }
}

/// <summary>The Amazon Cognito identity of a calling mobile application.</summary>
public interface ICognitoIdentity
{
    /// <summary>The identity.</summary>
    string IdentityId { get; }

    /// <summary>The pool it belongs to.</summary>
    string IdentityPoolId { get; }
}
