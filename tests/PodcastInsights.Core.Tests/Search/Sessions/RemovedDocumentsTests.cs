using System.Text;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Search.Sessions;

namespace PodcastInsights.Core.Tests.Search.Sessions;

public sealed class RemovedDocumentsTests
{
    /// <summary>In the documents 1, 2, 3, 4, 6, 7, 8 and 9.</summary>
    private readonly PackedPostings list = PackedPostings.Invert(1, [.. Enumerable.Range(1, 9).Select(number => Of(number == 5 ? "other " : "lamp "))])[0];

    [Fact]
    public void A_list_keeps_the_documents_that_are_not_removed()
    {
        var left = new RemovedDocuments([(1, 2), (8, 8), (20, 30)]).LeaveOf(list)!;
        Assert.Equal((3, 9, 5), (left.First, left.Last, left.Occurrences));
    }

    [Fact]
    public void Nothing_is_left_of_a_list_whose_documents_are_all_removed() => Assert.Null(new RemovedDocuments([(1, 4), (6, 12)]).LeaveOf(list));

    [Fact]
    public void A_list_of_which_nothing_is_removed_stays_the_same()
    {
        Assert.Same(list, new RemovedDocuments([]).LeaveOf(list));
        Assert.Same(list, new RemovedDocuments([(10, 12)]).LeaveOf(list));
        Assert.Same(list, new RemovedDocuments([(5, 5)]).LeaveOf(list));
    }

    private static DocumentRow Of(string tokens) => new(1, 1, false, false, Encoding.UTF8.GetBytes(tokens));
}
