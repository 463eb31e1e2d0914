using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search;

namespace PodcastInsights.Web.Rendering;

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

    /// <summary>The text in pieces, marked and not.</summary>
    public static IEnumerable<SnippetPart> Cut(string text, TextRange whole, IReadOnlyList<TextRange> marks)
    {
        var at = whole.Start;
        foreach (var mark in marks)
        {
            var start = Math.Max(mark.Start, at);
            var end = Math.Min(mark.End, whole.End);
            if (start >= end)
            {
                continue;
            }

            if (start > at)
            {
                yield return new(text[at..start], Match: false);
            }

            yield return new(text[start..end], Match: true);
            at = end;
        }

        if (at < whole.End)
        {
            yield return new(text[at..whole.End], Match: false);
        }
    }
}
