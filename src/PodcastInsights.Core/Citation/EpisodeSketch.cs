using System.IO.Hashing;
using System.Runtime.InteropServices;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation;

/// <summary>
/// A few numbers that tell whether two episodes say nearly the same, whoever says it: of the hashes of all runs of four words the
/// smallest. Two episodes have about that share of them in common that they have of the runs (Broder, "On the resemblance and containment
/// of documents", 1997).
/// </summary>
public static class EpisodeSketch
{
    /// <summary>Numbers of a sketch; an episode of a few words has fewer.</summary>
    public const int Size = 16;

    /// <summary>The share of common numbers from which two episodes are one: some words in a hundred were mended.</summary>
    public const double NearlyTheSame = 0.5;

    private const int Run = 4;

    /// <returns>In rising order, each once; empty where nobody says a word.</returns>
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

    /// <summary>One number of the words of a run in their order; the oldest stands where the next will be put.</summary>
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
