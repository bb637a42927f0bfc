using System.Net;
using System.Net.Sockets;
using Lambda.Local.HttpApi.Description;
using Lambda.Local.HttpApi.Jwt;

namespace Lambda.Tests.HttpApi;

/// <summary>The table of <see cref="JwtAttack"/> against one gateway.</summary>
public sealed class JwtAttackTests
{
    [Fact]
    public async Task Every_attack_gets_its_answer_reaches_no_function_and_makes_the_gateway_fetch_nothing()
    {
        using var trap = new TcpListener(IPAddress.Loopback, 0);
        trap.Start();
        JwtAttack[] attacks = [.. JwtAttack.All($"http://{trap.LocalEndpoint}/keys")];
        await using var host = await GatewayHost.StartAsync(
            SampleTemplate.Guarded("GET /things"), kid => kid is A.KeyId ? A.Key : null);

        var answers = new List<string>();
        foreach (var attack in attacks)
        {
            var answer = await host.SendAsync(
                "GET", "/things", [.. attack.Sent.Select(line => ("Authorization", line))]);
            answers.Add(Line(attack, answer.Status, answer["www-authenticate"], Word(answer.Body)));
        }

        Assert.Equal(attacks.Select(Expected), answers);
        Assert.Equal(attacks.Count(attack => attack.Status == 200), host.Functions.Invocations.Count);
        Assert.False(trap.Pending(), "The gateway came to fetch a key.");
        Assert.InRange(attacks.Length, 80, 200);
    }

    [Fact]
    public async Task A_token_in_the_query_or_the_body_is_no_token()
    {
        await using var host = await GatewayHost.StartAsync(
            SampleTemplate.Guarded("GET /things", "POST /things"), kid => kid is A.KeyId ? A.Key : null);

        Answer[] answers =
        [
            await host.SendAsync("GET", $"/things?access_token={A.Token()}&authorization={A.Token()}"),
            await host.SendAsync("GET", "/things", ("Cookie", $"access_token={A.Token()}")),
            await host.SendAsync("POST", "/things", "application/x-www-form-urlencoded",
                System.Text.Encoding.ASCII.GetBytes($"access_token={A.Token()}")),
        ];

        Assert.All(answers, answer => Assert.Equal((401, "Bearer"), (answer.Status, answer["www-authenticate"])));
        Assert.Empty(host.Functions.Invocations);
    }

    // No server takes such a header; the check has to stand it all the same.
    [Fact]
    public void A_key_id_of_a_megabyte_is_not_even_looked_up()
    {
        var lookedUp = false;
        var authorizer = new JwtAuthorizer(
            _ =>
            {
                lookedUp = true;
                return null;
            },
            new StoppedClock());
        var token = A.Token(header: header => header["kid"] = new string('k', 1 << 20));

        var answer = authorizer.Authorize(token, Rules, [], out var grant);

        Assert.NotNull(answer);
        Assert.Null(grant);
        Assert.False(lookedUp);
    }

    private static JwtRules Rules { get; } =
        HttpApiReader.Read(Lambda.Template.Values.TemplateDocument.Parse(
            SampleTemplate.Guarded("GET /things"), new Dictionary<string, string>())).Routes[0].Jwt!;

    private static string Expected(JwtAttack attack) => attack.Status switch
    {
        401 when attack.Says is null => Line(attack, 401, "Bearer", "Unauthorized"),
        401 => Line(
            attack,
            401,
            $"Bearer scope=\"\" error=\"invalid_token\" error_description=\"{attack.Says}\"",
            "Unauthorized"),
        403 => Line(attack, 403, null, "Forbidden"),
        431 => Line(attack, 431, null, "Request Header Fields Too Large"),
        var other => Line(attack, other, null, null),
    };

    private static string Line(JwtAttack attack, int status, string? challenge, string? word) =>
        $"{attack.Name}: {status}, {challenge ?? "no challenge"}, {word ?? "an answer"}";

    // What the gateway itself answers is one word, always in the same frame.
    private static string? Word(string body) =>
        body.StartsWith("{\"message\":\"", StringComparison.Ordinal) ? body[12..^2] : null;
}
