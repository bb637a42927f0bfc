using System.Text;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Photos.Functions.Http;
using Photos.Functions.Requests;
using Photos.Outcomes;

namespace Photos.Tests.Functions;

public sealed class RequestBodyTests
{
    private const string Ulid = "01J00000000000000000000009";
    private const string Digest = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    public static TheoryData<string, string> Refused => new()
    {
        { "nothing", "" },
        { "nothing but a word", "null" },
        { "a list", "[]" },
        { "a text", "\"text\"" },
        { "half of an object", "{\"name\":" },
        { "something behind the object", "{} {}" },
        { "a byte order mark", "\uFEFF{}" },
        { "half of a character, escaped", """{"name":"\ud83d"}""" },
        { "half of a character in a name", """{"\ud83d":1}""" },
        { "a number too large", """{"bytes":1e400}""" },
        { "a fraction of a byte", """{"bytes":1.5}""" },
        { "a comment", "{/* */}" },
        { "a comma too many", """{"name":"a",}""" },
        { "a member twice", """{"name":"a","name":"b"}""" },
        { "a member twice, escaped once", """{"name":"a","n\u0061me":"b"}""" },
        { "seventeen levels", $"{new string('[', 17)}{new string(']', 17)}" },
        { "seventeen levels in a member", $"{{\"name\":{new string('[', 16)}{new string(']', 16)}}}" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_body_is_refused_that_is(string what, string body) =>
        Assert.Equal((what, ProblemKind.Invalid), (what, Problem(body).Kind));

    [Fact]
    public void Half_of_a_character_is_refused_without_an_escape_too() =>
        Assert.Equal(ProblemKind.Invalid, Problem("{\"name\":\"\ud83d\"}").Kind);

    [Theory]
    [InlineData("""{"bytes":1,"bytes":2}""", "/bytes")]
    [InlineData("""{"name":"\ud83d"}""", "/name")]
    [InlineData("""{"owner":"x"}""", "/owner")]
    [InlineData("""{"name":{}}""", "/name")]
    [InlineData("""{"name":"a","state":"ready"}""", "/state")]
    public void A_refusal_points_to_the_member_at_fault(string body, string pointer) =>
        Assert.Equal(pointer, Assert.Single(Problem(body).Errors).Pointer);

    [Fact]
    public void A_refusal_never_repeats_what_was_sent()
    {
        foreach (var body in new[] { """{"<script>":1}""", """{"name":["secret"]}""", "secret", """{"secret":"x","secret":1}""" })
        {
            var problem = Problem(body);
            Assert.DoesNotContain("secret", problem.Detail + problem.Errors.SingleOrDefault()?.Detail, StringComparison.Ordinal);
            Assert.DoesNotContain(problem.Errors, error => error.Pointer.Contains("script", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void More_than_256_KB_are_refused_before_anybody_reads_them()
    {
        var body = $$"""{"name":"{{new string('ü', 131_072)}}"}""";

        Assert.Equal(ProblemKind.TooLarge, Problem(body).Kind);
        Assert.Equal(ProblemKind.TooLarge, Problem(Convert.ToBase64String(Encoding.UTF8.GetBytes(body)), true).Kind);
        Assert.Equal(ProblemKind.TooLarge, Problem(new string('{', 262_145)).Kind);
        Assert.Equal(ProblemKind.Invalid, Problem(new string('{', 262_144)).Kind);
    }

    [Fact]
    public void Base64_is_read_as_what_it_stands_for()
    {
        var request = Ask.As(A.Owner, Convert.ToBase64String("""{"name":"ü"}"""u8), isBase64: true);

        Assert.True(RequestBody.Read(request, PhotosJson.Default.NewUpload).Is(out var upload, out _));
        Assert.Equal("ü", upload.Name);
        Assert.Equal(ProblemKind.Invalid, Problem(Convert.ToBase64String([0x22, 0xFF, 0x22]), true).Kind);
        Assert.Equal(ProblemKind.Invalid, Problem("not base64", true).Kind);
    }

    [Fact]
    public void Every_request_refuses_members_that_it_does_not_know()
    {
        var requests = typeof(NewUpload).Assembly.GetTypes()
            .Where(type => type is { Namespace: "Photos.Functions.Requests", IsPublic: true, IsAbstract: false });

        Assert.All(requests, type =>
        {
            var said = type.GetCustomAttributes(typeof(JsonUnmappedMemberHandlingAttribute), inherit: false);
            var handling = Assert.IsType<JsonUnmappedMemberHandlingAttribute>(Assert.Single(said));
            Assert.Equal(JsonUnmappedMemberHandling.Disallow, handling.UnmappedMemberHandling);
        });
    }

    // Every body of the API, with each kind of value in it.
    private static readonly Dictionary<string, Func<string, bool>> Readers = new()
    {
        [$$"""{"id":"{{Ulid}}","name":"a\ud83d\ude00b","type":"image/jpeg","bytes":9,"sha256":"{{Digest}}"}"""] =
            body => Read(body, PhotosJson.Default.NewUpload)?.Check().Is(out _, out _) == true,
        [$$"""{"title":"a","cover":"{{Ulid}}","pages":[{"photoId":"{{Ulid}}","caption":"c"},{"photoId":"{{Ulid}}"}]}"""] =
            body => Read(body, PhotosJson.Default.NewBook)?.Check().Is(out _, out _) == true,
        [$$"""{"title":"b","cover":null,"pages":[{"photoId":"{{Ulid}}","caption":"\u00e9"}]}"""] =
            body => Read(body, PhotosJson.Default.BookPatch)?.Apply(A.Book().Content).Is(out _, out _) == true,
        [$$"""{"title":"a","due_date":"2026-12-24","done":true,"photoId":"{{Ulid}}"}"""] =
            body => Read(body, PhotosJson.Default.NewTodo)?.Check().Is(out _, out _) == true,
        [$$"""{"due":"2026-12-24","done":false,"photoId":null}"""] =
            body => Read(body, PhotosJson.Default.TodoPatch)?.Apply(A.Todo().Content).Is(out _, out _) == true,
        ["""{"name":"Ada \"the first\" Lovelace"}"""] =
            body => Read(body, PhotosJson.Default.UserPatch)?.Check().Is(out _, out _) == true,
    };

    [Fact]
    public void A_body_altered_at_random_is_read_or_refused_and_never_an_accident()
    {
        var random = new Random(20260601);
        foreach (var (seed, read) in Readers)
        {
            var accepted = 0;
            for (var round = 0; round < 5_000; round++)
                accepted += read(Convert.ToBase64String(Altered(Encoding.UTF8.GetBytes(seed), random))) ? 1 : 0;

            Assert.InRange(accepted, 1, 4_999);
        }
    }

    private static T? Read<T>(string body, JsonTypeInfo<T> type)
        where T : class =>
        RequestBody.Read(Ask.As(A.Owner, body, isBase64: true), type).Is(out var read, out _) ? read : null;

    private static byte[] Altered(byte[] seed, Random random)
    {
        var body = seed.ToList();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(body.Count);
            switch (random.Next(4))
            {
                case 0: body[at] = (byte)random.Next(256); break;
                case 1: body.RemoveRange(at, Math.Min(random.Next(1, 9), body.Count - at - 1)); break;
                case 2: body.InsertRange(at, body.GetRange(at, Math.Min(random.Next(1, 20), body.Count - at))); break;
                default: body.Insert(at, "{}[]\",:\\u0"u8[random.Next(10)]); break;
            }
        }

        return [.. body];
    }

    private static Problem Problem(string body, bool isBase64 = false)
    {
        var outcome = RequestBody.Read(Ask.As(A.Owner, body, isBase64), PhotosJson.Default.NewUpload);
        Assert.False(outcome.Is(out _, out var problem));
        return problem;
    }
}
