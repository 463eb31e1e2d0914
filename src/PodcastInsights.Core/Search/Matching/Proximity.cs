using System.Runtime.CompilerServices;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>
/// Scores the proximity of a query's words at the best place of a document. A remembered quotation is a cluster of its words, whatever else
/// the turn says. Not thread-safe.
/// </summary>
internal sealed class Proximity
{
    // Words further apart than this many tokens do not count as near.
    private const int Reach = 160;

    // Distance at which two words still count as in order, because small words between them may have been left out.
    private const int OrderReach = 5;

    // Relative to BM25, where a word gives at most 2.2 times its weight. Proximity tells more than frequency.
    internal const float ClusterWeight = 4f;
    private const float OrderWeight = 1.3f;

    private readonly float[] idf;
    private readonly float[] weights;
    private readonly float[] decay = new float[Reach + 1];
    private readonly int[] last;
    private readonly float[] chain;

    // For each word: its positions in the document, ended by a sentinel; the index of the next one, and that position followed by the number
    // of the word, so that the least of them tells both.
    private readonly int[][] places;
    private readonly int[] next;
    private readonly long[] heads;
    private readonly int[] rarestFirst;
    private readonly float mostOfOrder;

    public Proximity(float[] idf)
    {
        this.idf = idf;
        weights = Array.ConvertAll(idf, static weight => ClusterWeight * weight);
        last = new int[idf.Length];
        chain = new float[idf.Length];
        next = new int[idf.Length];
        heads = new long[idf.Length];
        places = new int[idf.Length][];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = new int[64];
        }

        rarestFirst = [.. Enumerable.Range(0, idf.Length).OrderByDescending(i => idf[i])];
        for (var i = 1; i < idf.Length; i++)
        {
            mostOfOrder += OrderWeight * Math.Min(idf[i], idf[i - 1]);
        }

        // The full score while the words are within one and a half times their number of tokens, then decreasing with the distance.
        var near = idf.Length * 2.5f;
        for (var distance = 0; distance < Reach; distance++)
        {
            decay[distance] = distance <= near ? 1 - (0.25f * distance / near) : 0.75f * near * near / (distance * distance);
        }
    }

    /// <summary>Upper bound of <see cref="Score"/> for a document with words of this total weight.</summary>
    public float Most(float heldIdf) => (ClusterWeight * heldIdf) + mostOfOrder;

    /// <summary>
    /// A closer upper bound: at every place one of the two rarest words is at least as far away as their smallest distance. Reads two lists
    /// instead of all, and most documents need no more.
    /// </summary>
    /// <param name="at">As for <see cref="Score"/>; at least two are not negative.</param>
    public float Most(float heldIdf, PostingList[] lists, ReadOnlySpan<int> at)
    {
        var (first, second) = (-1, -1);
        foreach (var word in rarestFirst)
        {
            if (at[word] < 0)
            {
                continue;
            }

            if (first >= 0)
            {
                second = word;
                break;
            }

            first = word;
        }

        if (second < 0)
        {
            return Most(heldIdf);
        }

        var distance = Distance(lists[first].PlacesOf(at[first]), lists[second].PlacesOf(at[second]));
        return Most(heldIdf) - (weights[second] * (1 - decay[distance]));
    }

    /// <param name="at">Index of the document in each list; negative where the list does not contain it.</param>
    /// <param name="position">Position where the best place ends.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Score(PostingList[] lists, ReadOnlySpan<int> at, out int position)
    {
        Read(lists, at);
        var (heads, last, weights, decay) = (this.heads, this.last, this.weights, this.decay);
        var best = 0f;
        position = 0;
        while (true)
        {
            var first = heads[0];
            for (var i = 1; i < heads.Length; i++)
            {
                first = Lesser(first, heads[i]);
            }

            var (word, place) = ((int)(first & int.MaxValue), (int)(first >> 32));
            if (place == int.MaxValue)
            {
                return best;
            }

            heads[word] = Head(word, places[word][++next[word]]);
            var here = place >> 1;
            last[word] = here;
            chain[word] = 0;
            if (word > 0 && here - last[word - 1] is > 0 and <= OrderReach and var gap)
            {
                chain[word] = chain[word - 1] + (Math.Min(idf[word], idf[word - 1]) / gap);
            }

            var value = chain[word] * OrderWeight;
            for (var i = 0; i < last.Length; i++)
            {
                value += weights[i] * decay[(int)Lesser(here - last[i], Reach)];
            }

            // At the same distance, the form as typed wins.
            if ((place & 1) != 0)
            {
                value *= 0.98f;
            }

            if (value > best)
            {
                best = value;
                position = here;
            }
        }
    }

    /// <summary>The lesser number, without a jump: which one it is cannot be foreseen, and the processor would often guess wrong.</summary>
    /// <param name="one">At most 2^62 away from the other.</param>
    private static long Lesser(long one, long other) => other + ((one - other) & ((one - other) >> 63));

    private static long Head(int word, int place) => ((long)place << 32) | (uint)word;

    /// <summary>The smallest distance in tokens between positions of two lists.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Distance(ReadOnlySpan<byte> some, ReadOnlySpan<byte> others)
    {
        var one = new PlaceReader(some);
        var other = new PlaceReader(others);
        var least = Reach;
        for (var more = one.MoveNext() && other.MoveNext(); more;)
        {
            var distance = other.Position - one.Position;
            least = Math.Min(least, Math.Abs(distance));
            more = distance > 0 ? one.MoveNext() : other.MoveNext();
        }

        return least;
    }

    private void Read(PostingList[] lists, ReadOnlySpan<int> at)
    {
        for (var i = 0; i < lists.Length; i++)
        {
            var count = at[i] < 0 ? 0 : lists[i].Read(at[i], ref places[i], spare: 1);
            places[i][count] = int.MaxValue;
            heads[i] = Head(i, places[i][0]);
            next[i] = 0;
            last[i] = -Reach;
        }
    }
}
