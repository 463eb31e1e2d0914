using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Tests.Rendering.Addresses;

public sealed class ExternalLinkTests
{
    [Theory]
    [InlineData("https://example.org/a?b=c", "https://example.org/a?b=c")]
    [InlineData("http://example.org", "http://example.org/")]
    [InlineData("harbourline.example/tide", "https://harbourline.example/tide")] // as it is said aloud
    [InlineData("javascript:alert(1)", null)]
    [InlineData("javascript:80", null)]
    [InlineData("javascript://example.org/%0aalert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("//example.org/x", null)]
    [InlineData("https://user:word@example.org/", null)]
    [InlineData("not a link", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_an_address_of_the_web_becomes_a_link(string? text, string? link) =>
        Assert.Equal(link, ExternalLink.TryCreate(text, out var uri) ? uri.AbsoluteUri : null);
}
