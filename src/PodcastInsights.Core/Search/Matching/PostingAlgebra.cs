namespace PodcastInsights.Core.Search.Matching;

/// <summary>Makes posting lists of posting lists: every condition of a query is one in the end.</summary>
internal static class PostingAlgebra
{
    /// <summary>Where any of them stands.</summary>
    /// <param name="otherFrom">Lists from this index on hold other forms of what was typed and count for less.</param>
    /// <param name="after">Only documents after this one.</param>
    public static PostingList Union(IReadOnlyList<PostingList> lists, int otherFrom = int.MaxValue, int after = 0)
    {
        var live = new List<(PostingList List, bool Other)>();
        for (var i = 0; i < lists.Count; i++)
        {
            if (lists[i].Count > 0 && lists[i].Documents[^1] > after)
            {
                live.Add((lists[i], i >= otherFrom));
            }
        }

        if (live.Count == 0)
        {
            return PostingList.Empty;
        }

        if (live is [(var only, false)] && after == 0)
        {
            return only;
        }

        var builder = new PostingListBuilder();
        var places = new List<int>();
        var at = new int[live.Count];
        var order = new PriorityQueue<int, int>(live.Count);
        for (var i = 0; i < live.Count; i++)
        {
            at[i] = live[i].List.Seek(0, after + 1);
            order.Enqueue(i, live[i].List.Documents[at[i]]);
        }

        while (order.TryPeek(out var first, out var document))
        {
            places.Clear();
            var sources = 0;
            while (order.TryPeek(out var i, out var same) && same == document)
            {
                var (list, other) = live[i];
                var reader = new PlaceReader(list.PlacesOf(at[i]));
                while (reader.MoveNext())
                {
                    places.Add(other ? reader.Place | 1 : reader.Place);
                }

                sources++;
                if (++at[i] < list.Count)
                {
                    order.EnqueueDequeue(i, list.Documents[at[i]]);
                }
                else
                {
                    order.Dequeue();
                }
            }

            if (sources > 1)
            {
                places.Sort();
            }

            Write(builder, places, document);
        }

        return builder.Build();
    }

    /// <summary>Where they stand next to each other in this order.</summary>
    public static PostingList Phrase(IReadOnlyList<PostingList> lists)
    {
        if (lists.Count == 1)
        {
            return lists[0];
        }

        var builder = new PostingListBuilder();
        List<int> starts = [], tokens = [];
        ForEachCommon(lists, (document, at) =>
        {
            // From the rarest token, so that most documents are given up after one comparison.
            starts.Clear();
            lists[0].Read(at[0], starts);
            for (var i = 1; i < lists.Count && starts.Count > 0; i++)
            {
                tokens.Clear();
                lists[i].Read(at[i], tokens);
                KeepFollowed(starts, tokens, i);
            }

            Write(builder, starts, document);
        });
        return builder.Build();
    }

    /// <summary>Where all of them stand within that many tokens of each other.</summary>
    public static PostingList Near(IReadOnlyList<PostingList> lists, int distance)
    {
        var builder = new PostingListBuilder();
        var hits = new List<(int Place, int List)>();
        var places = new List<int>();
        var lastOf = new int[lists.Count];
        ForEachCommon(lists, (document, at) =>
        {
            hits.Clear();
            for (var i = 0; i < lists.Count; i++)
            {
                var reader = new PlaceReader(lists[i].PlacesOf(at[i]));
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
            Write(builder, places, document);
        });
        return builder.Build();
    }

    /// <summary>Documents that hold all of them, with all their places.</summary>
    public static PostingList Intersect(IReadOnlyList<PostingList> lists)
    {
        if (lists.Count == 1)
        {
            return lists[0];
        }

        var builder = new PostingListBuilder();
        var places = new List<int>();
        ForEachCommon(lists, (document, at) =>
        {
            places.Clear();
            for (var i = 0; i < lists.Count; i++)
            {
                lists[i].Read(at[i], places);
            }

            places.Sort();
            Write(builder, places, document);
        });
        return builder.Build();
    }

    /// <summary>The first list without the documents of the second.</summary>
    public static PostingList Except(PostingList list, PostingList without)
    {
        var builder = new PostingListBuilder();
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
                Write(builder, places, document);
            }
        }

        return builder.Build();
    }

    /// <summary>Calls with every document that all lists hold, and its index in each of them.</summary>
    public static void ForEachCommon(IReadOnlyList<PostingList> lists, Action<int, int[]> found)
    {
        var order = Enumerable.Range(0, lists.Count).OrderBy(i => lists[i].Count).ToArray();
        var rarest = lists[order[0]];
        var at = new int[lists.Count];
        for (var i = 0; i < rarest.Count; i++)
        {
            var document = rarest.Documents[i];
            at[order[0]] = i;
            var all = true;
            for (var k = 1; k < order.Length; k++)
            {
                var list = lists[order[k]];
                var index = at[order[k]] = list.Seek(at[order[k]], document);
                if (index == list.Count)
                {
                    return;
                }

                if (list.Documents[index] != document)
                {
                    all = false;
                    break;
                }
            }

            if (all)
            {
                found(document, at);
            }
        }
    }

    private static void KeepFollowed(List<int> starts, List<int> tokens, int offset)
    {
        var kept = 0;
        var next = 0;
        for (var i = 0; i < starts.Count; i++)
        {
            var start = starts[i];
            var wanted = (start >> 1) + offset;
            while (next < tokens.Count && tokens[next] >> 1 < wanted)
            {
                next++;
            }

            if (next < tokens.Count && tokens[next] >> 1 == wanted)
            {
                starts[kept++] = start | (tokens[next] & 1);
            }
        }

        starts.RemoveRange(kept, starts.Count - kept);
    }

    private static void Write(PostingListBuilder builder, List<int> places, int document)
    {
        var before = -1;
        foreach (var place in places)
        {
            // Two forms at one position are one place; the form as typed sorts first.
            if (place >> 1 != before)
            {
                builder.AddPlace(place);
            }

            before = place >> 1;
        }

        builder.Close(document);
    }
}
