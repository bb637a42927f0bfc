using Lambda.Local.HttpApi.Description;

namespace Lambda.Local.HttpApi.Guards;

/// <summary>One question to a Lambda authorizer.</summary>
/// <param name="Arn">The request's name in IAM policies.</param>
/// <param name="Identity">The values of the authorizer's identity sources, in the template's order.</param>
internal sealed record GuardCall(GuardRules Rules, string Arn, string[] Identity);
