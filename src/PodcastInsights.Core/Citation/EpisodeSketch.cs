using System.IO.Hashing;
using System.Runtime.InteropServices;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation;

/// <summary>
/// A sketch (MinHash) of an episode's text, to detect near duplicates whoever speaks: the smallest hashes of all runs of four words. The
/// share of common numbers estimates the share of common runs (Broder, "On the resemblance and containment of documents", 1997).
/// </summary>
public static class EpisodeSketch
{
    /// <summary>Numbers in a sketch; short episodes have fewer.</summary>
    public const int Size = 16;

    /// <summary>Share of common numbers from which two episodes count as one: a few words in a hundred were edited.</summary>
    public const double NearlyTheSame = 0.5;

    private const int Run = 4;

    /// <returns>Ascending and distinct; empty for an episode without words.</returns>
    public static IReadOnlyList<long> Of(IReadOnlyList<Turn> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        var smallest = new SortedSet<long>();
        Span<uint> run = stackalloc uint[Run];
        Span<char> lower = stackalloc char[64];
        var words = 0;
        foreach (var paragraph in turns.SelectMany(turn => turn.Paragraphs))
        {
            var text = paragraph.Plain.AsSpan();
            for (var reader = new WordReader(text); reader.MoveNext();)
            {
                var word = text[reader.Start..Math.Min(reader.End, reader.Start + lower.Length)];
                run[words++ % Run] = XxHash32.HashToUInt32(MemoryMarshal.AsBytes(lower[..word.ToLowerInvariant(lower)]));
                if (words >= Run)
                {
                    Keep(smallest, Combined(run, words));
                }
            }
        }

        if (words is > 0 and < Run)
        {
            Keep(smallest, Combined(run[..words], words));
        }

        return [.. smallest];
    }

    /// <summary>Combines the hashes of a run in order, from a ring buffer.</summary>
    private static long Combined(ReadOnlySpan<uint> run, int words)
    {
        var combined = 0u;
        for (var word = 0; word < run.Length; word++)
        {
            combined = (combined * 0x9E3779B1) ^ run[(words + word) % run.Length];
            combined ^= combined >> 15;
        }

        return combined * 0x85EBCA77;
    }

    private static void Keep(SortedSet<long> smallest, long number)
    {
        if (smallest.Count < Size || number < smallest.Max)
        {
            smallest.Add(number);
            if (smallest.Count > Size)
            {
                smallest.Remove(smallest.Max);
            }
        }
    }
}
