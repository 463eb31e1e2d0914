using System.Text;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Tests.Search.Sessions;

public sealed class PostingMergeTests
{
    private const int ListBytes = 40;

    private static readonly RemovedDocuments None = new([]);

    [Fact]
    public void Terms_are_those_of_all_segments() =>
        Assert.Equal(["harbour", "lamp", "tide"], new PostingMerge([Segment(1, "lamp tide"), Segment(2, "harbour tide")], None).Terms.Order());

    [Fact]
    public void Lists_of_removed_documents_are_left_out()
    {
        var change = new PostingMerge([Segment(1, "lamp", "lamp tide")], new RemovedDocuments([(1, 1)])).With([], ListBytes);
        Assert.Equal([("lamp", 2, 2, 1), ("tide", 2, 2, 1)], Of(change.After));
        Assert.Equal([new("lamp", 1), new VocabularyWord("tide", 1)], change.Occurrences.OrderBy(word => word.Text));
    }

    [Fact]
    public void A_stored_list_is_written_again_where_it_is_no_longer_than_what_comes_after_it()
    {
        var (early, late) = (Lists(1, "lamp", "lamp", "lamp"), Lists(4, "lamp"));
        var change = new PostingMerge([Segment(5, "lamp")], None).With([.. late, .. early], ListBytes);
        Assert.Equal(Of(late), Of(change.Before));
        Assert.Equal([("lamp", 4, 5, 2)], Of(change.After));
        Assert.Equal([new VocabularyWord("lamp", 1)], change.Occurrences);
    }

    [Fact]
    public void A_list_without_content_stays_and_so_does_what_is_before_it()
    {
        var (early, full) = (Lists(1, "lamp"), Lists(2, "lamp")[0] with { List = default });
        var change = new PostingMerge([Segment(5, "lamp")], None).With([full, .. early], ListBytes);
        Assert.Empty(change.Before);
        Assert.Equal([("lamp", 5, 5, 1)], Of(change.After));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void However_many_imports_there_are_all_postings_are_there_in_a_few_lists(int seed)
    {
        var random = new Random(seed);
        var stored = new List<PackedPostings>();
        var written = 0L;
        var document = 1;
        for (var import = 0; import < 200; import++)
        {
            var documents = Enumerable.Range(0, random.Next(1, 4)).Select(_ => "lamp lamp").ToArray();
            var change = new PostingMerge([Segment(document, documents)], None).With(
                stored.AsEnumerable().Reverse().Select(static list => list.List.Length < ListBytes ? list : list with { List = default }), ListBytes);
            document += documents.Length;
            stored.RemoveAll(list => change.Before.Any(old => old.First == list.First));
            stored.AddRange(change.After);
            written += stored.Where(list => list.Last >= document - documents.Length).Sum(static list => list.List.Length);
        }

        Assert.Equal(Enumerable.Range(1, document - 1), stored.SelectMany(static list => Enumerable.Range(list.First, list.Last - list.First + 1)));
        Assert.Equal(2 * (document - 1), stored.Sum(static list => list.Occurrences));
        Assert.InRange(written, 0, 10 * stored.Sum(static list => list.List.Length));
        Assert.InRange(stored.Count(static list => list.List.Length < ListBytes), 0, 6);
    }

    [Fact]
    public void Removal_replaces_lists_by_what_is_left_of_them()
    {
        var change = PostingChange.Remove(new RemovedDocuments([(2, 3)]), [.. Lists(1, "lamp", "lamp", "lamp"), .. Lists(2, "tide")]);
        Assert.Equal([("lamp", 1, 1, 1)], Of(change.After));
        Assert.Equal([new("lamp", -2), new VocabularyWord("tide", -1)], change.Occurrences);
    }

    [Fact]
    public void A_word_that_does_not_occur_any_more_leaves_the_vocabulary()
    {
        var change = PostingChange.Remove(new RemovedDocuments([(1, 1)]), Lists(1, "lamp"));
        Assert.Equal([new VocabularyWord("tide", 3)], change.ApplyTo([new("lamp", 1), new("tide", 3), new("7", 2)]));
    }

    private static IEnumerable<(string, int, int, int)> Of(IEnumerable<PackedPostings> lists) =>
        lists.Select(static list => (list.Term, list.First, list.Last, list.Occurrences)).OrderBy(static list => list.Term, StringComparer.Ordinal);

    private static PostingSegment Segment(int first, params string[] documents) => new(Lists(first, documents));

    private static IReadOnlyList<PackedPostings> Lists(int first, params string[] documents) => PackedPostings.Invert(
        first, [.. documents.Select(static tokens => new DocumentRow(1, 1, false, false, Encoding.UTF8.GetBytes(tokens)))]);
}
