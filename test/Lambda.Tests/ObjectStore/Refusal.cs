using System.Xml.Linq;

namespace Lambda.Tests.ObjectStore;

/// <summary>What a client learns from an answer: its status and S3's code, which is empty when all went well.</summary>
internal sealed record Refusal(int Status, string Code)
{
    public static readonly Refusal None = new(200, "");

    public static async Task<Refusal> OfAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var code = answer.IsSuccessStatusCode || body is "" ? "" : XElement.Parse(body).Element("Code")!.Value;
        return new Refusal((int)answer.StatusCode, code);
    }
}
