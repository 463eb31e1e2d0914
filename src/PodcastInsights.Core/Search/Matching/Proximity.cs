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

    internal const float ClusterWeight = 1.5f;
    internal const float OrderWeight = 0.5f;

    private readonly float[] idf;
    private readonly float[] weights;
    private readonly float[] decay = new float[Reach];
    private readonly int[] last;
    private readonly float[] chain;

    // Of each word: its places in the document, closed by one that is never reached; the index of the next, and that place itself.
    private readonly int[][] places;
    private readonly int[] next;
    private readonly int[] heads;

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

        // Whole while the words fit side by side with as many others between them, then falling with the distance.
        var near = idf.Length * 2f;
        for (var distance = 0; distance < Reach; distance++)
        {
            decay[distance] = distance <= near ? 1 - (0.25f * distance / near) : 0.75f * near * near / (distance * distance);
        }
    }

    /// <summary>The most that <see cref="Score"/> can give.</summary>
    public static float Most(float sumOfIdf) => sumOfIdf * (ClusterWeight + OrderWeight);

    /// <param name="at">Index of the document in each list; negative where the list lacks it.</param>
    /// <param name="position">Where the best place ends.</param>
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
