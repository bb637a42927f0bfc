using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.Observing;

namespace Lambda.Tests.Observing;

/// <summary>What a line must not tell, and what nobody gets into it.</summary>
public sealed class PrivacyTests
{
    [Fact]
    public void A_line_holds_nothing_that_the_client_wrote()
    {
        var asked = Told.Request(
            "GET /orders/{id}",
            """{"authorization":"Bearer eyJhbGciOi","user-agent":"spy","cookie":"c=1"}""");

        var line = Told.Line(asked, """{"statusCode":200,"body":"https://media/x?X-Amz-Signature=abc"}""");

        foreach (var said in new[] { Told.Subject, "eyJ", "Bearer", "spy", "orders/17", "4711", "hunter2", "X-Amz", "curl" })
            Assert.DoesNotContain(said, line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_has_one_name_in_a_deployment_and_another_in_each_other()
    {
        var (here, there) = (Told.Log(), Told.Log(Told.Options with { UserKey = "another stack" }));

        Assert.Equal(NameOf("ada", here), NameOf("ada", Told.Log()));
        Assert.NotEqual(NameOf("ada", here), NameOf("eve", here));
        Assert.NotEqual(NameOf("ada", here), NameOf("ada", there));
        Assert.Equal(NameOf("ada", here), NameOf("ada", here));
    }

    [Fact]
    public void A_users_name_cannot_be_had_by_hashing_a_list_of_subjects()
    {
        var name = NameOf(Told.Subject, Told.Log());

        var subject = Encoding.UTF8.GetBytes(Told.Subject);
        byte[][] hashes = [SHA256.HashData(subject), SHA384.HashData(subject), SHA512.HashData(subject)];
        Assert.Equal(Pseudonym.Length, name.Length);
        Assert.All(hashes, hash => Assert.NotEqual(Convert.ToBase64String(hash)[..4], name[..4]));
    }

    // The strangest that a gateway, or whoever calls a function directly, could send.
    [Theory]
    [InlineData("a\r\nb")]
    [InlineData("a\u001b[31mb")]
    [InlineData("a\u2028b\u2029c\u0085d")]
    [InlineData("a\"},\"status\":200,\"x\":{\"")]
    [InlineData("a\0b")]
    [InlineData("\ud83d\ude00")]
    [InlineData("\u202eb")]
    public void No_text_makes_a_second_line_or_another_member(string text)
    {
        var quoted = JsonSerializer.Serialize(text);
        string[] events =
        [
            Told.Request("GET /", subject: quoted),
            Told.Request("GET /").Replace("\"Ab-1_c=\"", quoted, StringComparison.Ordinal),
            Told.Request("GET /").Replace("\"GET /\"", quoted, StringComparison.Ordinal),
            Told.Request("GET /", $"{{{quoted}:{quoted}}}"),
        ];

        foreach (var asked in events)
        {
            var members = Told.Members(Told.Line(asked)).EnumerateObject().Select(member => member.Name).ToArray();
            Assert.Equal(members.Distinct(), members);
            Assert.DoesNotContain("x", members);
        }
    }

    [Fact]
    public void What_is_no_utf8_makes_no_line_of_nonsense()
    {
        var asked = Encoding.Latin1.GetBytes(Told.Request("GET /\u00ff", subject: "\"\u00ff\""));

        Told.Members(Encoding.UTF8.GetString(Told.Log().Line(Told.Now, asked, Told.Outcome())));
    }

    [Fact]
    public void Whatever_an_event_is_made_of_it_leaves_one_line_of_JSON()
    {
        var random = new Random(31);
        var good = Encoding.UTF8.GetBytes(Told.Request("GET /orders/{id}", """{"user-agent":"a\u2028b"}"""));
        var log = Told.Log();

        for (var round = 0; round < 5_000; round++)
        {
            var asked = good.ToArray();
            for (var change = random.Next(1, 4); change > 0; change--)
                asked[random.Next(asked.Length)] = (byte)random.Next(256);
            var cut = asked.AsSpan(0, round % 3 == 0 ? random.Next(asked.Length) : asked.Length);

            Told.Members(Encoding.Latin1.GetString(log.Line(Told.Now, cut, Told.Outcome(error: "A\nB"))));
        }
    }

    [Fact]
    public void A_long_text_is_left_out()
    {
        var line = Told.Members(Told.Line(Told.Request("GET /", subject: $"\"{new string('x', 5000)}\"")));

        Assert.Equal("GET /", line.GetProperty("route").GetString());
        Assert.False(line.TryGetProperty("user", out _));
    }

    private static string NameOf(string subject, EventLog log) =>
        Told.Members(Told.Line(Told.Request("GET /", subject: $"\"{subject}\""), log: log)).GetProperty("user").GetString()!;
}
