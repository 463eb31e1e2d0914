using System.Runtime.CompilerServices;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>Enumerates the documents that all of the posting lists contain, in ascending order.</summary>
/// <param name="lists">At least one.</param>
internal ref struct CommonDocuments(IReadOnlyList<PostingList> lists) : IDocuments
{
    private readonly PostingList[] lists = [.. lists];
    private readonly int[] at = new int[lists.Count];

    // Indices of the lists, the shortest first: its documents are looked up in the others.
    private readonly int[] order = [.. Enumerable.Range(0, lists.Count).OrderBy(i => lists[i].Count)];
    private int next;

    public int Document { get; private set; }

    /// <summary>Index of the document in each list.</summary>
    public readonly ReadOnlySpan<int> At => at;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool MoveNext()
    {
        var shortest = order[0];
        var candidates = lists[shortest].Documents;
        while (next < candidates.Length)
        {
            var document = candidates[next];
            var held = true;
            for (var k = 1; k < order.Length; k++)
            {
                var list = lists[order[k]];
                var index = at[order[k]] = list.Seek(at[order[k]], document);
                if (index == list.Count)
                {
                    next = candidates.Length;
                    return false;
                }

                if (list.Documents[index] is var later && later != document)
                {
                    next = lists[shortest].Seek(next + 1, later);
                    held = false;
                    break;
                }
            }

            if (held)
            {
                at[shortest] = next++;
                Document = document;
                return true;
            }
        }

        return false;
    }
}
