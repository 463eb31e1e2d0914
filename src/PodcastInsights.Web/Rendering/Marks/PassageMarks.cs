using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Web.Rendering.Marks;

/// <summary>What to mark in the paragraphs of one turn.</summary>
public sealed class PassageMarks
{
    private readonly Dictionary<int, List<TextRange>> byParagraph = [];

    /// <param name="paragraph">From 1. Ranges of one paragraph come in order and do not overlap.</param>
    public void Add(int paragraph, TextRange range)
    {
        if (!byParagraph.TryGetValue(paragraph, out var ranges))
        {
            byParagraph[paragraph] = ranges = [];
        }

        ranges.Add(range);
    }

    public IReadOnlyList<TextRange> In(int paragraph) => byParagraph.GetValueOrDefault(paragraph) ?? [];

    /// <summary>The marked words alone.</summary>
    public string TextOf(Turn turn) => string.Join(
        ' ', byParagraph.OrderBy(p => p.Key).SelectMany(p => p.Value.Select(r => turn.Paragraphs[p.Key - 1].Plain[r.Start..r.End])));
}
