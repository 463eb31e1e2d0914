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

    private readonly float[] idf;
    private readonly float[] decay = new float[Reach];
    private readonly int[] last;
    private readonly float[] chain;
    private readonly List<int>[] places;
    private readonly int[] next;

    public Proximity(float[] idf)
    {
        this.idf = idf;
        last = new int[idf.Length];
        chain = new float[idf.Length];
        next = new int[idf.Length];
        places = new List<int>[idf.Length];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = [];
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

    internal const float ClusterWeight = 1.5f;
    internal const float OrderWeight = 0.5f;

    /// <param name="at">Index of the document in each list; negative where the list lacks it.</param>
    /// <param name="position">Where the best place ends.</param>
    public float Score(IReadOnlyList<PostingList> lists, ReadOnlySpan<int> at, out int position)
    {
        for (var i = 0; i < lists.Count; i++)
        {
            places[i].Clear();
            next[i] = 0;
            last[i] = -Reach;
            if (at[i] >= 0)
            {
                lists[i].Read(at[i], places[i]);
            }
        }

        var best = 0f;
        position = 0;
        while (true)
        {
            var word = -1;
            var place = int.MaxValue;
            for (var i = 0; i < places.Length; i++)
            {
                if (next[i] < places[i].Count && places[i][next[i]] < place)
                {
                    word = i;
                    place = places[i][next[i]];
                }
            }

            if (word < 0)
            {
                return best;
            }

            next[word]++;
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
                    value += ClusterWeight * idf[i] * decay[distance];
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
}
