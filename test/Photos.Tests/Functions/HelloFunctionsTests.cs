using Photos.Functions;

namespace Photos.Tests.Functions;

public sealed class HelloFunctionsTests
{
    private readonly HelloFunctions _functions = new(new Deployment("dev", "1.2.3", A.Noon));

    [Theory]
    [InlineData(null, "Hello, world!")]
    [InlineData("  ", "Hello, world!")]
    [InlineData("Ada", "Hello, Ada!")]
    [InlineData("👩‍🚀", "Hello, 👩‍🚀!")]
    [InlineData("a\nb", "Hello, world!")]
    public void Anybody_is_greeted_by_the_name_they_give(string? name, string greeting)
    {
        var answer = Answer.Of(_functions.Hello(name));

        Assert.Equal((200, greeting), (answer.Status, answer.Body.GetProperty("greeting").GetString()));
    }

    [Fact]
    public void A_name_without_end_is_not_repeated()
    {
        var answer = Answer.Of(_functions.Hello(new string('x', 65)));

        Assert.Equal("Hello, world!", answer.Body.GetProperty("greeting").GetString());
    }

    [Fact]
    public void Only_the_first_answer_of_a_process_is_cold()
    {
        var answers = Enumerable.Range(0, 3).Select(_ => Answer.Of(_functions.Hello(null)));

        Assert.Equal(["cold", "warm", "warm"], answers.Select(answer => answer.Body.GetProperty("start").GetString()));
    }

    [Fact]
    public void The_answer_says_what_runs_and_since_when()
    {
        var body = Answer.Of(_functions.Hello(null)).Body;

        Assert.Equal("dev", body.GetProperty("stage").GetString());
        Assert.Equal("1.2.3", body.GetProperty("version").GetString());
        Assert.Equal("2026-06-01T12:00:00Z", body.GetProperty("startedAt").GetString());
    }
}
