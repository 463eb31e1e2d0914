using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Exports;

/// <summary>Captions with voices: <c>&lt;v Ada Quill&gt;We shipped.</c></summary>
public sealed class WebVttExport : IEpisodeExport
{
    public string Name => "vtt";

    public string Extension => "vtt";

    public string MediaType => "text/vtt; charset=utf-8";

    public bool CanHold(Episode episode) => CaptionTrack.HasTimes(episode);

    public Task WriteAsync(Episode episode, Stream output, CancellationToken cancellationToken) =>
        ExportText.WriteAsync(Pieces(episode), output, cancellationToken);

    private static IEnumerable<string> Pieces(Episode episode)
    {
        yield return $"WEBVTT\nLanguage: {episode.Language}\n\n";
        foreach (var title in episode.Summary.Titles.Values)
        {
            yield return Comment(title);
        }

        var notes = new Queue<(int Turn, int AfterParagraph, string Text)>(
            episode.Notes
                .Select(note => (note.TurnId.Number, note.AfterParagraph, note.Text))
                .OrderBy(note => (note.Number, note.AfterParagraph)));
        foreach (var caption in CaptionTrack.Of(episode))
        {
            while (notes.TryPeek(out var note) && (note.Turn, note.AfterParagraph).CompareTo((caption.Turn, caption.Paragraph)) < 0)
            {
                yield return Comment(notes.Dequeue().Text);
            }

            yield return $"{CaptionTime.Of(caption.Start, '.')} --> {CaptionTime.Of(caption.End, '.')}\n"
                + $"<v {Escape(caption.Speaker)}>{Escape(caption.Text)}\n\n";
        }

        foreach (var note in notes)
        {
            yield return Comment(note.Text);
        }
    }

    // A comment ends at a blank line, and an arrow in it would make it a cue.
    private static string Comment(string text) => $"NOTE {Escape(text.ReplaceLineEndings(" "))}\n\n";

    // SubRip's tags, such as "{\an8}", are found in WebVTT and taken off there.
    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("{\\", "&#123;\\", StringComparison.Ordinal);
}
