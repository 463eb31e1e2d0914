using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>Combines posting lists. Every condition of a query is evaluated this way.</summary>
internal static class PostingAlgebra
{
    /// <summary>The union: positions of any of the lists.</summary>
    /// <param name="otherFrom">Lists from this index on are other forms of the typed word and weigh less.</param>
    /// <param name="after">Only documents after this one are included.</param>
    public static PostingList Union(IReadOnlyList<PostingList> lists, int otherFrom = int.MaxValue, int after = 0) =>
        PostingUnion.Of(lists, otherFrom, after);

    /// <summary>Positions where the lists' tokens are adjacent, in this order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static PostingList Phrase(IReadOnlyList<PostingList> lists)
    {
        if (lists.Count == 1)
        {
            return lists[0];
        }

        var builder = PostingListBuilder.Rent();
        var starts = new int[64];
        var common = new CommonDocuments(lists);
        while (common.MoveNext())
        {
            var count = lists[0].Read(common.At[0], ref starts);
            for (var i = 1; i < lists.Count && count > 0; i++)
            {
                count = KeepFollowed(starts.AsSpan(0, count), new PlaceReader(lists[i].PlacesOf(common.At[i])), i);
            }

            foreach (var start in starts.AsSpan(0, count))
            {
                builder.AddPlace(start);
            }

            builder.Close(common.Document);
        }

        return builder.BuildAndReturn();
    }

    /// <summary>Positions where all lists have a token within the given distance.</summary>
    public static PostingList Near(IReadOnlyList<PostingList> lists, int distance)
    {
        var builder = PostingListBuilder.Rent();
        var hits = new List<(int Place, int List)>();
        var places = new List<int>();
        var lastOf = new int[lists.Count];
        var common = new CommonDocuments(lists);
        while (common.MoveNext())
        {
            hits.Clear();
            for (var i = 0; i < lists.Count; i++)
            {
                var reader = new PlaceReader(lists[i].PlacesOf(common.At[i]));
                while (reader.MoveNext())
                {
                    hits.Add((reader.Place, i));
                }
            }

            hits.Sort();
            places.Clear();
            Array.Fill(lastOf, -1);
            for (var right = 0; right < hits.Count; right++)
            {
                lastOf[hits[right].List] = right;
                var left = lastOf.Min();
                if (left >= 0 && (hits[right].Place >> 1) - (hits[left].Place >> 1) <= distance)
                {
                    foreach (var hit in lastOf)
                    {
                        places.Add(hits[hit].Place);
                    }
                }
            }

            places.Sort();
            builder.Add(common.Document, CollectionsMarshal.AsSpan(places));
        }

        return builder.BuildAndReturn();
    }

    /// <summary>The intersection: documents in all lists, with the positions of all.</summary>
    public static PostingList Intersect(IReadOnlyList<PostingList> lists)
    {
        if (lists.Count == 1)
        {
            return lists[0];
        }

        var builder = PostingListBuilder.Rent();
        var places = new List<int>();
        var common = new CommonDocuments(lists);
        while (common.MoveNext())
        {
            places.Clear();
            for (var i = 0; i < lists.Count; i++)
            {
                lists[i].Read(common.At[i], places);
            }

            places.Sort();
            builder.Add(common.Document, CollectionsMarshal.AsSpan(places));
        }

        return builder.BuildAndReturn();
    }

    /// <summary>The first list without the documents of the second.</summary>
    public static PostingList Except(PostingList list, PostingList without)
    {
        var builder = PostingListBuilder.Rent();
        var places = new List<int>();
        var other = 0;
        for (var i = 0; i < list.Count; i++)
        {
            var document = list.Documents[i];
            other = without.Seek(other, document);
            if (other == without.Count || without.Documents[other] != document)
            {
                places.Clear();
                list.Read(i, places);
                builder.Add(document, CollectionsMarshal.AsSpan(places));
            }
        }

        return builder.BuildAndReturn();
    }

    /// <summary>Moves to the front those start positions that the other token follows at the given distance, and returns their number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int KeepFollowed(Span<int> starts, PlaceReader tokens, int offset)
    {
        var kept = 0;
        var more = tokens.MoveNext();
        foreach (var start in starts)
        {
            var wanted = (start >> 1) + offset;
            while (more && tokens.Position < wanted)
            {
                more = tokens.MoveNext();
            }

            if (!more)
            {
                break;
            }

            if (tokens.Position == wanted)
            {
                starts[kept++] = start | (tokens.Place & 1);
            }
        }

        return kept;
    }
}
