using System.Text.Json;

namespace Photos.Tests.Homes;

/// <summary>What a name for a request promises of uploads, over real sockets: the same in both homes.</summary>
public abstract class RepeatsContract(Home home)
{
    private const int Clients = 10;

    [Fact]
    public async Task Of_announcements_of_one_name_at_one_moment_one_has_an_effect_and_all_have_its_answer()
    {
        using var ada = home.NewAccount();
        var bytes = A.Jpeg();

        var answers = await AllAsync(ada, "/uploads", Announcement("IMG_1.jpg", bytes));

        Assert.Equal(201, answers[0].Status);
        Assert.Single(answers.Select(answer => answer.Text).Distinct());
        Assert.Equal(200, await ada.PutAsync(answers[^1].Json.GetProperty("put"), bytes));
    }

    [Fact]
    public async Task Of_finishes_of_one_name_at_one_moment_one_has_an_effect_and_all_have_its_answer()
    {
        using var ada = home.NewAccount();
        var bytes = A.Jpeg();
        var announced = await ada.PostAsync("/uploads", Announcement("IMG_1.jpg", bytes));
        Assert.Equal(200, await ada.PutAsync(announced.Json.GetProperty("put"), bytes));

        var answers = await AllAsync(ada, "/photos", new { id = announced.Id, title = "Harbour" });

        Assert.Equal("Harbour", answers[0].Json.GetProperty("title").GetString());
        Assert.Single(answers
            .Select(answer => (answer.Status, answer.Text, answer.Headers["ETag"], answer.Headers["Location"]))
            .Distinct());
        var me = await ada.GetAsync("/users/me");
        Assert.Equal((1, bytes.Length), (Number(me.Json, "photos"), Number(me.Json, "bytes")));
    }

    [Fact]
    public async Task Without_a_name_first_announcements_of_one_file_at_one_moment_are_one_photo()
    {
        using var ada = home.NewAccount();
        var bytes = A.Jpeg();

        var answers = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ =>
            ada.SendAsync("POST", "/uploads", Announcement("IMG_1.jpg", bytes))));

        Assert.Single(answers.Where(answer => answer.Status == 201).Select(answer => answer.Id).Distinct());
        Assert.All(answers, answer => Assert.True(answer.Status is 201 or 409, answer.Text));
    }

    private static object Announcement(string name, byte[] bytes) =>
        new { name, type = "image/jpeg", bytes = bytes.Length, sha256 = A.DigestOf(bytes).Hex };

    private static long Number(JsonElement body, string member) => body.GetProperty(member).GetInt64();

    private static Task<Reply[]> AllAsync(Visitor visitor, string path, object body) =>
        Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => AskAsync(visitor, path, body)));

    // On a busy machine the first may take longer than the others are kept waiting; they are told to ask again.
    private static async Task<Reply> AskAsync(Visitor visitor, string path, object body)
    {
        Reply reply;
        do
            reply = await visitor.SendAsync("POST", path, body, ("idempotency-key", "the same"));
        while (reply.Status == 409 && reply.Json.GetProperty("code").GetString() == "in-progress");
        return reply;
    }
}

public sealed class RepeatsOnALaptopTests(EmbeddedHome home) : RepeatsContract(home), IClassFixture<EmbeddedHome>;

public sealed class RepeatsInTheCloudTests(DynamoHome home) : RepeatsContract(home), IClassFixture<DynamoHome>;
