using Lambda.Local;
using Photos.Tests.Shared;

namespace Lambda.Tests.HttpApi;

/// <summary>Everything a local cloud needs, in a folder of its own.</summary>
internal sealed class CloudFixture : IDisposable
{
    public const string Template = """
        {
          "Parameters": { "SiteOrigin": { "Type": "String" } },
          "Globals": {
            "Function": { "Timeout": 10 },
            "HttpApi": {
              "Auth": {
                "DefaultAuthorizer": "SignedIn",
                "Authorizers": {
                  "SignedIn": {
                    "AuthorizationScopes": [ "things/use" ],
                    "JwtConfiguration": {
                      "issuer": { "Fn::Sub": "https://cognito-idp.${AWS::Region}.${AWS::URLSuffix}/${People}" },
                      "audience": [ { "Ref": "SiteClient" } ]
                    }
                  }
                }
              },
              "CorsConfiguration": { "AllowOrigins": [ { "Ref": "SiteOrigin" } ], "AllowHeaders": [ "authorization" ] }
            }
          },
          "Resources": {
            "People": { "Type": "AWS::Cognito::UserPool" },
            "SiteClient": { "Type": "AWS::Cognito::UserPoolClient" },
            "Greet": {
              "Type": "AWS::Serverless::Function",
              "Properties": {
                "Handler": "bootstrap",
                "Environment": { "Variables": { "ANNOTATIONS_HANDLER": "Greet" } },
                "Events": {
                  "Get": {
                    "Type": "HttpApi",
                    "Properties": { "Path": "/greet/{name}", "Method": "GET", "Auth": { "Authorizer": "NONE" } }
                  }
                }
              }
            },
            "Describe": {
              "Type": "AWS::Serverless::Function",
              "Properties": {
                "Handler": "bootstrap",
                "Environment": { "Variables": { "ANNOTATIONS_HANDLER": "Describe" } },
                "Events": { "Get": { "Type": "HttpApi", "Properties": { "Path": "/describe", "Method": "GET" } } }
              }
            }
          }
        }
        """;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"cloud {Guid.CreateVersion7():N}");

    public CloudFixture(string template = Template)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "www", "js"));
        File.WriteAllText(Path.Combine(_folder, "www", "index.html"), "<!doctype html><title>Things</title>");
        File.WriteAllText(Path.Combine(_folder, "www", "js", "app.js"), "export {};");
        File.WriteAllText(Path.Combine(_folder, "secret.txt"), "not for the site");
        File.WriteAllText(Path.Combine(_folder, "serverless.template"), template);

        var port = Ports.FirstOf(3);
        Options = new LocalCloudOptions
        {
            Port = port,
            TemplatePath = Path.Combine(_folder, "serverless.template"),
            OpenApiPath = Path.Combine(_folder, "openapi.json"),
            SiteFolder = Path.Combine(_folder, "www"),
            DataFolder = Path.Combine(_folder, "data"),
            Functions = typeof(CloudFixture).Assembly,
            Bucket = "things",
            Parameters = new Dictionary<string, string> { ["SiteOrigin"] = $"http://localhost:{port}" },
        };
    }

    public LocalCloudOptions Options { get; }

    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });

    public async Task<LocalCloud> StartAsync()
    {
        var cloud = LocalCloud.Build(Options);
        await cloud.StartAsync(TestContext.Current.CancellationToken);
        return cloud;
    }

    public void Dispose()
    {
        Http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
