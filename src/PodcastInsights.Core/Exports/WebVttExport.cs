using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Exports;

/// <summary>Captions with voices: <c>&lt;v Ada Quill&gt;We shipped.</c></summary>
internal sealed class WebVttExport : IEpisodeExport
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

        // Headings and notes are comments, because players show every cue; chapters have a track of their own.
        var comments = new Queue<(int Turn, int AfterParagraph, string Text)>(
            episode.Sections
                .Select(section => (section.TurnId.Number, AfterParagraph: 0, Text: section.Title))
                .Concat(episode.Notes.Select(note => (note.TurnId.Number, note.AfterParagraph, note.Text)))
                .OrderBy(comment => (comment.Number, comment.AfterParagraph)));
        foreach (var caption in CaptionTrack.Of(episode))
        {
            while (comments.TryPeek(out var next) && (next.Turn, next.AfterParagraph).CompareTo((caption.Turn, caption.Paragraph)) < 0)
            {
                yield return Comment(comments.Dequeue().Text);
            }

            yield return $"{CaptionTime.Of(caption.Start, '.')} --> {CaptionTime.Of(caption.End, '.')}\n"
                + $"<v {Escape(caption.Speaker)}>{Escape(caption.Text)}\n\n";
        }

        foreach (var comment in comments)
        {
            yield return Comment(comment.Text);
        }
    }

    // A blank line would end the comment, and an arrow would make it a cue.
    private static string Comment(string text) => $"NOTE {Escape(text.ReplaceLineEndings(" "))}\n\n";

    // SubRip tags such as "{\an8}" also occur in WebVTT and are removed by readers.
    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("{\\", "&#123;\\", StringComparison.Ordinal);
}
