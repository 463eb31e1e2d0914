using PodcastInsights.Web.Fetching;

namespace PodcastInsights.Web.Tests.Fetching;

public sealed class FetchOptionsTests
{
    [Fact]
    public void Options_stand_anywhere()
    {
        var (options, mistake) = FetchOptions.Parse(
            ["--latest", "3", "https://a.example/feed", "--languages", "EN, zh", "talks", "--delay", "0", "--recheck", "--allow-private"]);
        Assert.Null(mistake);
        Assert.Equal(("https://a.example/feed", "talks", 3, 0), (options!.Feed, options.Folder, options.Latest, options.Delay.TotalSeconds));
        Assert.Equal(["en", "zh"], options.Languages);
        Assert.True(options is { Recheck: true, AllowPrivate: true });
    }

    [Theory]
    [InlineData("", "needs a feed")]
    [InlineData("feed.xml", "needs a feed")]
    [InlineData("feed.xml a b", "needs a feed")]
    [InlineData("feed.xml a --fast", "no option '--fast'")]
    [InlineData("feed.xml a --latest", "--latest needs a value")]
    [InlineData("feed.xml a --latest 0", "--latest needs a value")]
    [InlineData("feed.xml a --delay -1", "--delay needs a value")]
    public void A_mistake_is_named(string typed, string mistake)
    {
        var (options, said) = FetchOptions.Parse(typed.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Null(options);
        Assert.Contains(mistake, said, StringComparison.Ordinal);
    }
}
