using System.Xml.Linq;

namespace PodcastInsights.Web.Tests.Embedding.ReadBack;

/// <summary>What programs that show links read of a page and of the answer that it leads to.</summary>
public sealed class ReadBackTests(WebApp app, PreviewPrograms programs)
{
    [Fact]
    public async Task Programs_that_show_links_find_the_quotation_and_its_turn()
    {
        var site = app.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        var ketch = $"{site}/episodes/{SampleLibrary.BothEditions}/turns/{await app.TurnIdAsync(SampleLibrary.BothEditions, "copper ketch, without")}";
        var hostile = $"{site}/zh/episodes/{SampleLibrary.Umlaut}/turns/{await app.TurnIdAsync(SampleLibrary.Umlaut, "and nothing else")}";
        var read = await programs.ReadAsync($"{ketch}?w=2-3", hostile, $"{site}/episodes/{SampleLibrary.Timed}");

        foreach (var (program, answer) in read.SelectMany(one => new[] { ("extractor", one["extractor"]!), ("unfurl", one["unfurl"]!["oEmbed"]!) }))
        {
            Assert.Null(answer["error"]);
            Assert.Equal((program, "rich", "1.0"), (program, (string?)answer["type"], (string?)answer["version"]));
            Assert.Equal("PodcastInsights", (string?)answer["provider_name"]);
            Assert.Contains("/turns/", (string?)answer["html"], StringComparison.Ordinal);
            Assert.DoesNotMatch("(?i)<(script|img|iframe)", (string?)answer["html"]);
        }

        Assert.InRange((int)read[0]["extractor"]!["width"]!, 1, 500);
        Assert.Equal("copper ketch", XElement.Parse((string)read[0]["extractor"]!["html"]!).Element("p")!.Value);
        Assert.Equal("Mira Okafor", (string?)read[0]["unfurl"]!["oEmbed"]!["author_name"]);
        Assert.StartsWith($"{ketch}?w=2-3-", (string?)read[0]["unfurl"]!["open_graph"]!["url"], StringComparison.Ordinal);
        Assert.Equal(1200, (int)read[0]["unfurl"]!["oEmbed"]!["thumbnails"]![0]!["width"]!);
    }
}
