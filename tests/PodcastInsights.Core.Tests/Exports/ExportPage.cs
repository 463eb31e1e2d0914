using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Exports;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Tests.Exports;

/// <summary>
/// The page docs/formats/exports.md shows one episode in every export, letter by letter; that each is read again is among the documented
/// examples.
/// </summary>
public sealed class ExportPage
{
    public static TheoryData<string> Names => [.. EpisodeExports.All.Select(export => export.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_episode_is_written_as_the_page_shows_it(string name)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "docs", "formats", "exports.md"));
        var shown = page
            .ReplaceLineEndings("\n")
            .Split(["\n```transcript ", "\n```chapters "], StringSplitOptions.None)
            .Skip(1)
            .Select(block => block.Split("\n```")[0].Split('\n', 2))
            .ToList();
        var markdown = shown[0];
        var file = LibraryFile.Of("/library", "/library/" + markdown[0]);
        var episode = EpisodeOf(TranscriptReader.Read(new SourceText(file.Path, markdown[1] + "\n"), file.Language)!);

        var export = EpisodeExports.Find(name)!;
        var at = EpisodeExports.All.ToList().IndexOf(export);

        Assert.Equal(EpisodeExports.FileName(episode, export), shown[at][0]);
        Assert.Equal(shown[at][1].TrimEnd('\n'), (await RoundTrip.TextOf(export, episode)).TrimEnd('\n'));
    }

    internal static Episode EpisodeOf(Edition read) => new(
        new EpisodeSummary(
            EpisodeSlug.From(Path.GetFileName(read.Path).Split('.')[0]),
            read.Titles,
            read.Show,
            [.. read.Speakers.Where(speaker => speaker.Role == SpeakerRole.Guest).Select(speaker => speaker.Name)],
            read.Topics,
            read.PublishedOn,
            read.DurationSeconds,
            read.MediaUrl,
            read.Turns.Count,
            read.Turns.Sum(static turn => turn.WordCount),
            [new EpisodeSource(read.Language, read.Path)]),
        read.Language,
        read.About,
        read.Description,
        read.Speakers,
        read.Takeaways,
        read.Sponsors,
        read.Turns,
        read.Notes,
        read.Sections,
        read.Diagnostics,
        [],
        null);
}
