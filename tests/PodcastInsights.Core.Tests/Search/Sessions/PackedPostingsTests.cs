using System.Text;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Search.Sessions;

namespace PodcastInsights.Core.Tests.Search.Sessions;

public sealed class PackedPostingsTests
{
    [Fact]
    public void What_documents_say_comes_back_by_term_in_order()
    {
        var terms = PackedPostings.Invert(7, [Of("the lamp the rope "), Of(""), Of("a lamp ")]);

        Assert.Equal(["a", "lamp", "rope", "the"], terms.Select(term => term.Term));
        Assert.Equal((7, 9, 2), (terms[1].First, terms[1].Last, terms[1].Occurrences));
        Assert.Equal([(7, [1]), (9, [1])], Places(terms[1]));
        Assert.Equal([(7, [0, 2])], Places(terms[3]));
    }

    [Fact]
    public void Lists_that_are_joined_in_parts_say_the_same_as_the_whole()
    {
        var random = new Random(5);
        var documents = Enumerable.Range(0, 400).Select(_ => Of(Said(random))).ToList();
        var whole = PackedPostings.Invert(1, documents).ToDictionary(term => term.Term);
        var parts = documents.Chunk(30).Index().SelectMany(part => PackedPostings.Invert(1 + (30 * part.Index), part.Item)).ToLookup(term => term.Term);

        foreach (var (term, list) in whole)
        {
            var joined = PackedPostings.Join(parts[term], 100).ToList();
            Assert.Equal(Places(list), joined.SelectMany(Places));
            Assert.Equal(list.Occurrences, joined.Sum(part => part.Occurrences));
            Assert.All(joined.SkipLast(1), part => Assert.InRange(part.List.Length, 100, 300));
            Assert.Equal(joined.Select(part => part.First).Order(), joined.Select(part => part.First));
        }
    }

    [Fact]
    public void Long_documents_and_high_numbers_come_back()
    {
        var said = string.Concat(Enumerable.Range(0, 20_000).Select(i => i % 150 == 0 ? "lamp " : "rope "));
        var lists = PackedPostings.Invert(2_000_000_000, [Of(""), Of(said), Of(" "), Of(said)]);

        var lamps = Enumerable.Range(0, 20_000).Where(i => i % 150 == 0).ToArray();
        Assert.Equal([(2_000_000_001, lamps), (2_000_000_003, lamps)], Places(lists[0]));
        Assert.Equal((2_000_000_001, 2_000_000_003, 2 * lamps.Length), (lists[0].First, lists[0].Last, lists[0].Occurrences));
        Assert.Equal(2, PackedPostings.Join([lists[1]], 10).Count());
        Assert.Equal(Places(lists[1]), PackedPostings.Join([lists[1]], 10).SelectMany(Places));
        Assert.Equal(Places(lists[1]).Skip(1), Places(lists[1].Where(document => document == 2_000_000_003)!));
    }

    [Fact]
    public void No_documents_have_no_lists() => Assert.Empty(PackedPostings.Invert(1, []));

    [Fact]
    public void Documents_that_are_taken_out_leave_the_others_as_they_were()
    {
        var list = PackedPostings.Invert(1, [Of("a a "), Of("a "), Of("b a ")])[0];

        Assert.Equal([(1, [0, 1]), (3, [1])], Places(list.Where(document => document != 2)!));
        Assert.Equal(3, list.Where(document => document != 2)!.Occurrences);
        Assert.Null(list.Where(_ => false));
    }

    [Fact]
    public void A_segment_finds_terms_and_beginnings()
    {
        var read = new PostingSegment(PackedPostings.Invert(300, [Of("lamp lamps 问 land zebra ")]));

        Assert.Equal(["lamp"], read.Matching(new PostingKey(PostingKind.Token, "lamp")).Select(term => term.Term));
        Assert.Equal(["lamp", "lamps", "land"], read.Matching(new PostingKey(PostingKind.Prefix, "la")).Select(term => term.Term));
        Assert.Empty(read.Matching(new PostingKey(PostingKind.Token, "la")));
        Assert.Empty(read.Matching(new PostingKey(PostingKind.Prefix, "问问")));
    }

    private static DocumentRow Of(string tokens) => new(0, 0, false, false, Encoding.UTF8.GetBytes(tokens));

    private static string Said(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(0, 60)).Select(_ => $"w{(int)(40 * Math.Pow(random.NextDouble(), 3))} "));

    private static IEnumerable<(int, int[])> Places(PackedPostings list)
    {
        using var decoder = new PostingDecoder();
        decoder.Begin(new WantedPostings(new PostingKey(PostingKind.Token, list.Term), 0)).Add(list.Term, list.List);
        var postings = decoder.Build()[0];
        var into = Array.Empty<int>();
        for (var i = 0; i < postings.Count; i++)
        {
            var count = postings.Read(i, ref into);
            yield return (postings.Documents[i], [.. into.Take(count).Select(place => place >> 1)]);
        }
    }
}
