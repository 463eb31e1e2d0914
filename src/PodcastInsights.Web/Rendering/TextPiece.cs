using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Web.Rendering;

/// <summary>Words that are shown alike: marked or not, set in one way, linked to one place.</summary>
/// <param name="Link">Null where there is none that can be trusted to be one.</param>
public sealed record TextPiece(string Text, bool Match, TextStyles Styles, Uri? Link)
{
    /// <summary>A part of a paragraph, cut where a mark or a run of its Markdown begins or ends.</summary>
    /// <param name="part">In characters of the paragraph's plain text, as are <paramref name="marks"/>.</param>
    public static IReadOnlyList<TextPiece> Of(Paragraph paragraph, string plain, TextRange part, IReadOnlyList<TextRange> marks)
    {
        if (paragraph.Markup == Markup.None)
        {
            return [.. PassageMarks.Cut(plain, part, marks).Select(piece => new TextPiece(piece.Text, piece.Match, TextStyles.None, null))];
        }

        var pieces = new List<TextPiece>();
        var at = 0;
        foreach (var run in MarkdownText.Runs(paragraph.Text))
        {
            var range = new TextRange(Math.Max(at, part.Start), Math.Min(at + run.Text.Length, part.End));
            at += run.Text.Length;
            if (range.Start < range.End)
            {
                // An address without a scheme leads to another file of the library, which is no page.
                var isAddress = run.Address?.Contains("://", StringComparison.Ordinal) == true;
                var link = isAddress && ExternalLink.TryCreate(run.Address, out var address) ? address : null;
                pieces.AddRange(PassageMarks.Cut(plain, range, marks)
                    .Select(piece => new TextPiece(piece.Text, piece.Match, run.Styles, link)));
            }
        }

        return pieces;
    }
}
