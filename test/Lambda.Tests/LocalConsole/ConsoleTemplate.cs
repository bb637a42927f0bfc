namespace Lambda.Tests.LocalConsole;

/// <summary>Routes to functions that log, fail and hang, and a schedule.</summary>
internal static class ConsoleTemplate
{
    public const string Text = """
        {
          "Parameters": { "SiteOrigin": { "Type": "String" } },
          "Globals": { "Function": { "Timeout": 10 } },
          "Resources": {
            "Greet": {
              "Type": "AWS::Serverless::Function",
              "Properties": {
                "Handler": "bootstrap",
                "Environment": { "Variables": { "ANNOTATIONS_HANDLER": "Greet", "SECRET_NUMBER": "four" } },
                "Events": {
                  "Get": { "Type": "HttpApi", "Properties": { "Path": "/greet/{name}", "Method": "GET" } },
                  "Open": { "Type": "HttpApi", "Properties": { "Path": "/open/{token}/{name}", "Method": "GET" } },
                  "Post": { "Type": "HttpApi", "Properties": { "Path": "/greet/{name}", "Method": "POST" } }
                }
              }
            },
            "Describe": {
              "Type": "AWS::Serverless::Function",
              "Properties": {
                "Handler": "bootstrap",
                "Environment": { "Variables": { "ANNOTATIONS_HANDLER": "Describe" } },
                "Events": {
                  "Get": { "Type": "HttpApi", "Properties": { "Path": "/describe", "Method": "GET" } },
                  "Nightly": {
                    "Type": "Schedule",
                    "Properties": { "Schedule": "rate(1 day)", "Input": "{\"rawPath\": \"/nightly\"}" }
                  }
                }
              }
            },
            "Fail": {
              "Type": "AWS::Serverless::Function",
              "Properties": {
                "Handler": "bootstrap",
                "Environment": { "Variables": { "ANNOTATIONS_HANDLER": "Fail" } },
                "Events": { "Get": { "Type": "HttpApi", "Properties": { "Path": "/fail", "Method": "GET" } } }
              }
            }
          }
        }
        """;
}
