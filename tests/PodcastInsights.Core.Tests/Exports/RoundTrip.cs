using System.Text;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Exports;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Tests.Exports;

/// <summary>Gives an episode away, reads it again, and prints both so that they can be compared.</summary>
internal static class RoundTrip
{
    public static async Task<string> TextOf(IEpisodeExport export, Episode episode)
    {
        using var stream = new MemoryStream();
        await export.WriteAsync(episode, stream, CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static string Metadata(Episode episode) => Lines(
        episode.Language, Pairs(episode.Summary.Titles), episode.Summary.Show,
        string.Join('|', episode.Summary.Guests), string.Join('|', episode.Summary.Topics),
        episode.Summary.PublishedOn, episode.Summary.DurationSeconds, episode.Summary.MediaUrl, episode.Description);

    public static string Metadata(EditionDraft draft) => Lines(
        draft.Language, Pairs(draft.Titles), draft.Show, string.Join('|', draft.NamedGuests), string.Join('|', draft.Topics),
        draft.PublishedOn, draft.DurationSeconds, draft.MediaUrl, draft.Description);

    public static string Passages(Episode episode) =>
        Lines([Pairs(episode.About), .. episode.Takeaways.Select(takeaway => $"{takeaway.Heading}\n  {takeaway.Text}")]);

    public static string Passages(EditionDraft draft) =>
        Lines([Pairs(draft.About), .. draft.Takeaways.Select(takeaway => $"{takeaway.Heading}\n  {takeaway.Text}")]);

    public static string Turns(Episode episode) => Lines([.. episode.Turns.Select(turn => Turn(
        turn.Speaker,
        turn.SpeakerInferred,
        turn.Start,
        turn.Paragraphs.Select(p => (p.Text, p.Start)),
        episode.Notes.Where(note => note.TurnId == turn.Id).Select(note => (note.AfterParagraph, note.Text)),
        episode.Sections.Where(section => section.TurnId == turn.Id).Select(section => (section.Title, section.Start))))]);

    public static string Turns(EditionDraft draft) => Lines([.. draft.Turns.Select(turn => Turn(
        turn.Speaker,
        turn.SpeakerInferred,
        turn.Start,
        turn.Paragraphs.Select(p => (p.Text, p.Start)),
        turn.Notes,
        turn.Sections.Select(section => (section.Title, section.Start))))]);

    private static string Turn(
        string? speaker,
        bool inferred,
        Timestamp? start,
        IEnumerable<(string Text, Timestamp? Start)> paragraphs,
        IEnumerable<(int After, string Text)> notes,
        IEnumerable<(string Title, Timestamp? Start)> sections) => Lines(
        [
            .. sections.Select(section => $"# @{section.Start?.Milliseconds} «{section.Title}»"),
            $"{speaker ?? "(nobody)"}{(inferred ? "~" : "")} @{start?.Milliseconds}",
            .. paragraphs.Select(paragraph => $"  @{paragraph.Start?.Milliseconds} «{paragraph.Text}»"),
            .. notes.Select(note => $"  {note.After}> {note.Text}"),
        ]);

    private static string Pairs(IReadOnlyDictionary<string, string> pairs) =>
        string.Join('|', pairs.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}"));

    private static string Lines(params object?[] values) => string.Join('\n', values);
}
