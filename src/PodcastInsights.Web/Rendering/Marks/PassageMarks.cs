using PodcastInsights.Core.Citation;

namespace PodcastInsights.Web.Rendering.Marks;

/// <summary>Ranges to highlight in the paragraphs of one turn.</summary>
internal sealed class PassageMarks
{
    private readonly Dictionary<int, List<TextRange>> byParagraph = [];

    /// <param name="paragraph">Paragraph from 1. Ranges of a paragraph must be added in order and not overlap.</param>
    public void Add(int paragraph, TextRange range)
    {
        if (!byParagraph.TryGetValue(paragraph, out var ranges))
        {
            byParagraph[paragraph] = ranges = [];
        }

        ranges.Add(range);
    }

    public IReadOnlyList<TextRange> In(int paragraph) => byParagraph.GetValueOrDefault(paragraph) ?? [];

    /// <summary>The ranges of a quotation in one of its turns.</summary>
    public static PassageMarks Of(QuotedPassage passage)
    {
        var marks = new PassageMarks();
        foreach (var (paragraph, range) in passage.Ranges)
        {
            marks.Add(paragraph, range);
        }

        return marks;
    }
}
