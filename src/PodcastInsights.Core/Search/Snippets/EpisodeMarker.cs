using System.Numerics;

namespace PodcastInsights.Core.Search.Snippets;

/// <summary>
/// Finds what was searched in the paragraphs of one episode. A word that is said all the time is left out where it stands alone: of a quote
/// that is half remembered, each "the" and "of" would be marked, and nothing be seen.
/// </summary>
public sealed class EpisodeMarker
{
    private const int LettersLookedAt = 24_000;

    /// <summary>What is said more often than once in so many words is in every longer turn.</summary>
    private const int WordsBetween = 150;

    /// <summary>In a short text each word is said often.</summary>
    private const int FewestWords = 600;

    private readonly TermMarker marker;
    private readonly ulong leftOut;

    /// <param name="paragraphs">The plain words of the episode's paragraphs, of which some are looked at.</param>
    public EpisodeMarker(TermMarker marker, IReadOnlyList<string> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(marker);
        ArgumentNullException.ThrowIfNull(paragraphs);
        this.marker = marker;
        leftOut = marker.Patterns > 1 && marker.Words != 0 ? SaidAllTheTime(marker, paragraphs) : 0;
    }

    /// <summary>Where it stands in a paragraph of the episode, in order; what has nothing but blanks between it is one.</summary>
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

        // Where nothing else is searched, it is what is looked for.
        return BitOperations.PopCount(often) == marker.Patterns ? 0 : often;
    }

    /// <summary>Paragraphs of the whole episode, evenly spread.</summary>
    private static IEnumerable<string> Some(IReadOnlyList<string> paragraphs)
    {
        var step = 1 + (paragraphs.Sum(static paragraph => paragraph.Length) / LettersLookedAt);
        for (var i = 0; i < paragraphs.Count; i += step)
        {
            yield return paragraphs[i];
        }
    }
}
