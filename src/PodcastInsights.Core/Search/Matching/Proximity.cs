using System.Runtime.CompilerServices;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>
/// How near to each other a query's words stand in a document, at the best place of it. A quote that one remembers is a knot
/// of its words, whatever the rest of the turn says. Not for several threads.
/// </summary>
internal sealed class Proximity
{
    // Words further apart than this have nothing to do with each other.
    private const int Reach = 160;

    // Between two words that follow each other in the query, small words may have been left out.
    private const int OrderReach = 5;

    // Beside BM25, in which a word gives at most 2.2 times its weight: where the words stand says more than how often.
    internal const float ClusterWeight = 4f;
    private const float OrderWeight = 1.3f;

    private readonly float[] idf;
    private readonly float[] weights;
    private readonly float[] decay = new float[Reach];
    private readonly int[] last;
    private readonly float[] chain;

    // Of each word: its places in the document, closed by one that is never reached; the index of the next, and that place itself.
    private readonly int[][] places;
    private readonly int[] next;
    private readonly int[] heads;
    private readonly int[] rarestFirst;
    private readonly float mostOfOrder;

    public Proximity(float[] idf)
    {
        this.idf = idf;
        weights = Array.ConvertAll(idf, static weight => ClusterWeight * weight);
        last = new int[idf.Length];
        chain = new float[idf.Length];
        next = new int[idf.Length];
        heads = new int[idf.Length];
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

        // Whole while the words fit side by side with half as many again between them, then falling with the distance.
        var near = idf.Length * 2.5f;
        for (var distance = 0; distance < Reach; distance++)
        {
            decay[distance] = distance <= near ? 1 - (0.25f * distance / near) : 0.75f * near * near / (distance * distance);
        }
    }

    /// <summary>The most that <see cref="Score"/> can give to a document that holds words of that weight.</summary>
    public float Most(float heldIdf) => (ClusterWeight * heldIdf) + mostOfOrder;

    /// <summary>
    /// The same, told more narrowly: at every place one of the two rarest words is at least as far away as they ever come to each
    /// other. Two lists are read for it instead of all, and most documents need no more.
    /// </summary>
    /// <param name="at">As for <see cref="Score"/>; two at least are not negative.</param>
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
        return Most(heldIdf) - (weights[second] * (1 - DecayAt(distance)));
    }

    /// <param name="at">Index of the document in each list; negative where the list lacks it.</param>
    /// <param name="position">Where the best place ends.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Score(PostingList[] lists, ReadOnlySpan<int> at, out int position)
    {
        Read(lists, at);
        var best = 0f;
        position = 0;
        while (true)
        {
            var word = 0;
            var place = heads[0];
            for (var i = 1; i < heads.Length; i++)
            {
                if (heads[i] < place)
                {
                    word = i;
                    place = heads[i];
                }
            }

            if (place == int.MaxValue)
            {
                return best;
            }

            heads[word] = places[word][++next[word]];
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
                var distance = here - last[i];
                if (distance < Reach)
                {
                    value += weights[i] * decay[distance];
                }
            }

            // A form as typed wins over another at the same nearness.
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

    private float DecayAt(int distance) => distance < Reach ? decay[distance] : 0;

    /// <summary>The least distance in tokens between a place of the one and a place of the other.</summary>
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
            heads[i] = places[i][0];
            next[i] = 0;
            last[i] = -Reach;
        }
    }
}
