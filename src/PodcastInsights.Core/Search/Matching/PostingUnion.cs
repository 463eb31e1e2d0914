using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>
/// Merges posting lists into one that has the positions of all. Each step looks at the next document of every list, which for a few lists is
/// faster than keeping them sorted. Of many lists, the shortest are merged first.
/// </summary>
internal sealed class PostingUnion
{
    /// <summary>The largest number of lists that are merged at once.</summary>
    private const int MostAtOnce = 16;

    /// <summary>The number of successive documents of one list from which on copying them together is faster than one by one.</summary>
    private const int LongRun = 4;

    private readonly Source[] sources;
    private readonly PostingListBuilder builder = PostingListBuilder.Rent();
    private readonly List<int> places = [];

    // The next document of each list; the largest number where there is none.
    private readonly int[] next;

    private PostingUnion(Source[] sources)
    {
        this.sources = sources;
        next = Array.ConvertAll(sources, static source => source.List.Documents[source.At]);
    }

    /// <inheritdoc cref="PostingAlgebra.Union"/>
    public static PostingList Of(IReadOnlyList<PostingList> lists, int otherFrom, int after)
    {
        var waiting = new PriorityQueue<Source, int>();
        foreach (var (i, list) in lists.Index())
        {
            var source = new Source(list, i >= otherFrom) { At = list.Seek(0, after + 1) };
            if (source.At < list.Count)
            {
                waiting.Enqueue(source, list.Count);
            }
        }

        while (waiting.Count > MostAtOnce)
        {
            var merged = new PostingUnion([.. Enumerable.Range(0, MostAtOnce).Select(_ => waiting.Dequeue())]).Merge();
            waiting.Enqueue(new Source(merged, isOther: false), merged.Count);
        }

        return waiting.Count switch
        {
            0 => PostingList.Empty,
            1 when waiting.Peek() is { IsOther: false, At: 0 } only => only.List,
            _ => new PostingUnion([.. waiting.UnorderedItems.Select(static item => item.Element)]).Merge(),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private PostingList Merge()
    {
        while (true)
        {
            var (first, document, following) = (0, next[0], int.MaxValue);
            for (var i = 1; i < next.Length; i++)
            {
                var other = next[i];
                if (other < document)
                {
                    (first, document, following) = (i, other, document);
                }
                else if (other < following)
                {
                    following = other;
                }
            }

            if (document == int.MaxValue)
            {
                return builder.BuildAndReturn();
            }

            if (document < following)
            {
                CopyUntil(following, first);
            }
            else
            {
                AddCommon(document);
            }
        }
    }

    /// <summary>Copies documents that only one list has.</summary>
    /// <param name="document">The next document of another list.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyUntil(int document, int index)
    {
        var source = sources[index];
        var documents = source.List.Documents;
        var (from, to) = (source.At, source.At + 1);
        while (to < documents.Length && documents[to] < document)
        {
            to++;
        }

        (source.At, next[index]) = (to, to < documents.Length ? documents[to] : int.MaxValue);
        if (source.IsOther)
        {
            for (; from < to; from++)
            {
                builder.AddAsOther(source.List, from);
            }
        }
        else if (to - from >= LongRun)
        {
            builder.Add(source.List, from, to);
        }
        else
        {
            for (; from < to; from++)
            {
                builder.Add(source.List, from);
            }
        }
    }

    /// <summary>Adds a document that several lists have.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddCommon(int document)
    {
        places.Clear();
        for (var i = 0; i < next.Length; i++)
        {
            if (next[i] == document)
            {
                var source = sources[i];
                var reader = new PlaceReader(source.List.PlacesOf(source.At++));
                while (reader.MoveNext())
                {
                    places.Add(source.IsOther ? reader.Place | 1 : reader.Place);
                }

                next[i] = source.At < source.List.Count ? source.List.Documents[source.At] : int.MaxValue;
            }
        }

        places.Sort();
        builder.Add(document, CollectionsMarshal.AsSpan(places));
    }

    private sealed class Source(PostingList list, bool isOther)
    {
        public PostingList List => list;

        /// <summary>Whether all positions become those of another form of the word.</summary>
        public bool IsOther => isOther;

        /// <summary>Index of the next document.</summary>
        public int At { get; set; }
    }
}
