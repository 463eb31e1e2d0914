using System.Runtime.CompilerServices;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>
/// Enumerates the documents that are in posting lists of a total weight, in ascending order. Only the lists that weigh most are read: a
/// document in none of these cannot reach the weight. The others are looked up (the MaxScore algorithm).
/// </summary>
internal ref struct MostDocuments : IDocuments
{
    private readonly PostingList[] lists;
    private readonly float[] weights;
    private readonly float least;
    private readonly int[] next;
    private readonly int[] at;

    // Indices of the lists by weight; of equal ones, the shortest list last. The first of them, up to a number, together weigh too little.
    private readonly int[] order;
    private readonly int light;
    private readonly float lightWeight;

    /// <param name="lists">At least one.</param>
    /// <param name="weights">Of each list; more than zero.</param>
    /// <param name="least">The least total weight.</param>
    public MostDocuments(PostingList[] lists, float[] weights, float least)
    {
        this.lists = lists;
        this.weights = weights;

        // Floating-point sums depend on the order of the terms.
        this.least = least - 1e-3f;
        next = new int[lists.Length];
        at = new int[lists.Length];
        order = [.. Enumerable.Range(0, lists.Length).OrderBy(i => weights[i]).ThenByDescending(i => lists[i].Count)];
        while (light < order.Length && lightWeight + weights[order[light]] < this.least)
        {
            lightWeight += weights[order[light++]];
        }
    }

    public int Document { get; private set; }

    /// <summary>Index of the document in each list; negative where the list does not contain it.</summary>
    public readonly ReadOnlySpan<int> At => at;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool MoveNext()
    {
        while (NextOfHeavy() is { } document)
        {
            var weight = WeightOfHeavy(document);
            var rest = lightWeight;
            for (var k = light - 1; k >= 0 && weight + rest >= least; k--)
            {
                var i = order[k];
                next[i] = lists[i].Seek(next[i], document);
                at[i] = next[i] < lists[i].Count && lists[i].Documents[next[i]] == document ? next[i] : -1;
                weight += at[i] < 0 ? 0 : weights[i];
                rest -= weights[i];
            }

            if (weight >= least)
            {
                Document = document;
                return true;
            }
        }

        return false;
    }

    /// <summary>The next document of any of the lists that weigh most; null at the end.</summary>
    private readonly int? NextOfHeavy()
    {
        var document = int.MaxValue;
        for (var k = light; k < order.Length; k++)
        {
            var i = order[k];
            if (next[i] < lists[i].Count)
            {
                document = Math.Min(document, lists[i].Documents[next[i]]);
            }
        }

        return document == int.MaxValue ? null : document;
    }

    /// <summary>Moves those of the lists that weigh most past the document, and adds the weights of those that contain it.</summary>
    private readonly float WeightOfHeavy(int document)
    {
        var weight = 0f;
        for (var k = light; k < order.Length; k++)
        {
            var i = order[k];
            at[i] = next[i] < lists[i].Count && lists[i].Documents[next[i]] == document ? next[i]++ : -1;
            weight += at[i] < 0 ? 0 : weights[i];
        }

        return weight;
    }
}
