using PodcastInsights.Core.Importing;

namespace PodcastInsights.Core.Tests.Importing;

public sealed class ByteBudgetTests
{
    private const long Mebibyte = 1 << 20;

    [Fact]
    public async Task A_caller_beyond_the_budget_waits_for_a_share()
    {
        using var budget = new ByteBudget(4 * Mebibyte);
        var small = await budget.TakeAsync(Mebibyte, CancellationToken.None);
        var large = budget.TakeAsync(3 * Mebibyte, CancellationToken.None);
        Assert.False(large.IsCompleted);

        small.Dispose();
        (await large).Dispose();
    }

    [Fact]
    public async Task A_request_larger_than_the_budget_runs_alone()
    {
        using var budget = new ByteBudget(4 * Mebibyte);
        using var huge = await budget.TakeAsync(long.MaxValue, CancellationToken.None);
        Assert.False(budget.TakeAsync(0, CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task A_cancelled_wait_takes_nothing_from_the_budget()
    {
        using var budget = new ByteBudget(4 * Mebibyte);
        var small = await budget.TakeAsync(0, CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var waiting = budget.TakeAsync(4 * Mebibyte, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        small.Dispose();
        Assert.True(budget.TakeAsync(4 * Mebibyte, CancellationToken.None).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Concurrent_callers_all_get_a_share_and_never_exceed_the_budget()
    {
        using var budget = new ByteBudget(4 * Mebibyte);
        var inside = 0L;
        var eight = new ParallelOptions { MaxDegreeOfParallelism = 8 };
        await Parallel.ForEachAsync(Enumerable.Range(0, 500), eight, async (number, cancellation) =>
        {
            var units = 1 + (number % 4);
            using var room = await budget.TakeAsync((units - 1) * Mebibyte, cancellation);
            Assert.InRange(Interlocked.Add(ref inside, units), 1, 4);
            await Task.Yield();
            Interlocked.Add(ref inside, -units);
        });
    }
}
