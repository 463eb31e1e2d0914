namespace PodcastInsights.Core.Search;

public sealed class SearchCancellationTests
{
    [Theory]
    [InlineData("shipped")] // while what was found is counted and ranked
    [InlineData("shipped tuesday")] // between two words
    public void A_search_that_nobody_waits_for_any_more_ends_on_its_way(string typed)
    {
        using var cancelling = new CancellationTokenSource();
        var index = new SampleIndex(
            [.. Enumerable.Range(0, 5_000).Select(static i => new SampleTurn("Ada Quill", $"We shipped {i} things."))])
        {
            Reading = cancelling.Cancel,
        };

        Assert.Throws<OperationCanceledException>(() => index.Search(typed, cancellationToken: cancelling.Token));
    }
}
