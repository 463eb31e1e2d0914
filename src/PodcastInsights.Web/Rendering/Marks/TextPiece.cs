using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Rendering.Marks;

/// <summary>A run of text with the same highlighting, style and link.</summary>
/// <param name="Link">Null where there is none, or it is not safe.</param>
internal sealed record TextPiece(string Text, bool Match, TextStyles Styles, Uri? Link)
{
    /// <summary>Splits the parts of a paragraph at the borders of highlights and Markdown spans, in one pass.</summary>
    /// <param name="parts">Ranges in the paragraph's plain text, as are <paramref name="marks"/>; both in order.</param>
    public static IReadOnlyList<IReadOnlyList<TextPiece>> Of(
        Paragraph paragraph, IReadOnlyList<TextRange> parts, IReadOnlyList<TextRange> marks)
    {
        var plain = paragraph.Plain;
        var spans = paragraph.Marked?.Spans ?? [];
        var (span, mark) = (0, 0);
        var link = spans.Count > 0 ? LinkOf(spans[0]) : null;
        var shown = new List<IReadOnlyList<TextPiece>>(parts.Count);
        foreach (var part in parts)
        {
            var pieces = new List<TextPiece>();
            for (var at = part.Start; at < part.End;)
            {
                while (span < spans.Count && spans[span].End <= at)
                {
                    link = ++span < spans.Count ? LinkOf(spans[span]) : null;
                }

                while (mark < marks.Count && marks[mark].End <= at)
                {
                    mark++;
                }

                var (isSet, setEnd) = span < spans.Count ? Reach(spans[span].Start, spans[span].End, at) : (false, part.End);
                var (isMarked, markEnd) = mark < marks.Count ? Reach(marks[mark].Start, marks[mark].End, at) : (false, part.End);
                var end = Math.Min(part.End, Math.Min(setEnd, markEnd));
                pieces.Add(new(plain[at..end], isMarked, isSet ? spans[span].Styles : TextStyles.None, isSet ? link : null));
                at = end;
            }

            shown.Add(pieces);
        }

        return shown;
    }

    /// <summary>Whether the range contains the index, and up to which index that holds.</summary>
    private static (bool Holds, int End) Reach(int start, int end, int at) => start <= at ? (true, end) : (false, start);

    /// <summary>An address without a scheme is another file of the library, which has no page.</summary>
    private static Uri? LinkOf(TextSpan span) =>
        span.Address?.Contains("://", StringComparison.Ordinal) == true && ExternalLink.TryCreate(span.Address, out var link) ? link : null;
}
