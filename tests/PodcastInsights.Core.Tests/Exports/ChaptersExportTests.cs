using System.Text.Json;
using PodcastInsights.Core.Exports;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Tests.Exports;

public sealed class ChaptersExportTests
{
    /// <summary>Below <c>###</c> headings are the turns of a conversation; a number is what it is in seconds.</summary>
    [Theory]
    [InlineData("### (0:00:03) A|Bo 5", "3 A")]
    [InlineData("### A|Bo 5", "5 A")]                                 // the words below it have a time
    [InlineData("### A|Bo|Ada 7", "7 A")]                             // the first that have one
    [InlineData("### A|### B|Bo 5", "5 A, 5 B")]                      // a part and its first chapter
    [InlineData("### A|Bo|### B|Ada 7", "7 B")]                       // what is below the next heading is not of this one
    [InlineData("### (0:00:09) A|Bo 9|### (0:00:03) B|Ada 3", "3 B, 9 A")]   // players want them in order
    [InlineData("### A|Bo", null)]
    [InlineData("Bo 5", null)]                                        // times but no headings
    public async Task Sections_that_have_a_time_are_chapters(string lines, string? expected)
    {
        var text = "---\nformat: episode-markdown\n---\n\n" + string.Join("\n\n", lines.Split('|').Select(Line));
        var episode = ExportPage.EpisodeOf(TranscriptReader.Read(new SourceText("x.md", text), "en")!);
        var export = new ChaptersExport();

        Assert.Equal(expected is not null, export.CanHold(episode));
        var chapters = JsonDocument.Parse(await RoundTrip.TextOf(export, episode)).RootElement.GetProperty("chapters").EnumerateArray();
        Assert.Equal(
            expected ?? "", string.Join(", ", chapters.Select(c => $"{c.GetProperty("startTime")} {c.GetProperty("title")}")));
    }

    private static string Line(string line) => line.Split(' ') switch
    {
        ["###", ..] => line,
        [var name, var seconds] => $"**{name}** (0:00:0{seconds}): Well then.",
        _ => $"**{line}:** Well then.",
    };
}
