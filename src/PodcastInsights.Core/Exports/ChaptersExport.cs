using System.Text.Json;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Exports;

/// <summary>
/// The sections as chapters of the Podcasting 2.0 namespace, version 1.2.0, for players. It has no turns, so it is not read again as a
/// transcript.
/// </summary>
internal sealed class ChaptersExport : IEpisodeExport
{
    public string Name => "chapters.json";

    public string Extension => "chapters.json";

    public string MediaType => "application/json+chapters";

    public bool CanHold(Episode episode) => Chapters(episode).Any();

    public Task WriteAsync(Episode episode, Stream output, CancellationToken cancellationToken)
    {
        // Players expect chapters in order of time.
        var chapters = Chapters(episode)
            .OrderBy(chapter => chapter.Start)
            .ThenBy(chapter => chapter.Section.Number)
            .Select(chapter => new { startTime = chapter.Start.Seconds, title = chapter.Section.Title });
        return JsonSerializer.SerializeAsync(output, new { version = "1.2.0", chapters }, ExportJson.Options, cancellationToken);
    }

    /// <summary>Sections with a time: their own, or that of the first timed words below them.</summary>
    private static IEnumerable<(Timestamp Start, Section Section)> Chapters(Episode episode)
    {
        var headings = episode.Sections.ToLookup(section => section.TurnId);
        var waiting = new List<Section>();
        foreach (var turn in episode.Turns)
        {
            if (headings.Contains(turn.Id))
            {
                // Words after the next heading do not belong to the earlier one.
                waiting.Clear();
            }

            foreach (var section in headings[turn.Id])
            {
                if (section.Start is { } start)
                {
                    yield return (start, section);
                }
                else
                {
                    waiting.Add(section);
                }
            }

            if (waiting.Count > 0 && FirstTimeOf(turn) is { } time)
            {
                foreach (var section in waiting)
                {
                    yield return (time, section);
                }

                waiting.Clear();
            }
        }
    }

    private static Timestamp? FirstTimeOf(Turn turn) =>
        turn.Start ?? turn.Paragraphs.Select(paragraph => paragraph.Start).FirstOrDefault(start => start is not null);
}
