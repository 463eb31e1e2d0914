namespace PodcastInsights.Core.Search;

public sealed class SearchCancellationTests
{
    [Theory]
    [InlineData("shipped")] // while what was found is counted and ranked
    [InlineData("shipped tuesday")] // between two words
    public void A_cancelled_search_ends_before_it_completes(string typed)
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
