using System.Numerics;

namespace PodcastInsights.Core.Search.Snippets;

/// <summary>
/// Finds the words of a query in one episode's paragraphs, to highlight them. A very frequent word is not marked where it is alone:
/// otherwise each "the" and "of" of a half-remembered quotation would be.
/// </summary>
public sealed class EpisodeMarker
{
    private const int LettersLookedAt = 24_000;

    /// <summary>A word more frequent than once in this many words is in every longer turn.</summary>
    private const int WordsBetween = 150;

    /// <summary>Shorter texts tell nothing about frequency.</summary>
    private const int FewestWords = 600;

    private readonly TermMarker marker;
    private readonly ulong leftOut;

    /// <param name="paragraphs">Plain text of the episode's paragraphs, of which a sample is counted.</param>
    public EpisodeMarker(TermMarker marker, IReadOnlyList<string> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(marker);
        ArgumentNullException.ThrowIfNull(paragraphs);
        this.marker = marker;
        leftOut = marker.Patterns > 1 && marker.Words != 0 ? SaidAllTheTime(marker, paragraphs) : 0;
    }

    /// <summary>Ranges to highlight in a paragraph, in order. Ranges with only white space between them are joined.</summary>
    public IReadOnlyList<TextRange> RangesIn(string text) => marker.RangesIn(text, leftOut);

    private static ulong SaidAllTheTime(TermMarker marker, IReadOnlyList<string> paragraphs)
    {
        var counts = new int[64];
        var words = 0;
        foreach (var paragraph in Some(paragraphs))
        {
            words += WordCount.Of(paragraph);
            foreach (var mark in marker.MarksIn(paragraph))
            {
                for (var patterns = mark.Patterns & marker.Words; patterns != 0; patterns &= patterns - 1)
                {
                    counts[BitOperations.TrailingZeroCount(patterns)]++;
                }
            }
        }

        var often = words < FewestWords
            ? 0
            : counts.Index().Where(count => count.Item * WordsBetween > words).Aggregate(0UL, static (all, count) => all | (1UL << count.Index));

        // A query of frequent words only: they are what was searched for.
        return BitOperations.PopCount(often) == marker.Patterns ? 0 : often;
    }

    /// <summary>A sample of paragraphs, spread evenly.</summary>
    private static IEnumerable<string> Some(IReadOnlyList<string> paragraphs)
    {
        var step = 1 + (paragraphs.Sum(static paragraph => paragraph.Length) / LettersLookedAt);
        for (var i = 0; i < paragraphs.Count; i += step)
        {
            yield return paragraphs[i];
        }
    }
}
