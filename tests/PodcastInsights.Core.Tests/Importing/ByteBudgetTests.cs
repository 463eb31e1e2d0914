using PodcastInsights.Core.Importing;

namespace PodcastInsights.Core.Tests.Importing;

public sealed class ByteBudgetTests
{
    private const long Mebibyte = 1 << 20;

    [Fact]
    public async Task Who_does_not_fit_beside_the_others_waits_until_they_leave()
    {
        using var budget = new ByteBudget(4 * Mebibyte);
        var small = await budget.TakeAsync(Mebibyte, CancellationToken.None);
        var large = budget.TakeAsync(3 * Mebibyte, CancellationToken.None);
        Assert.False(large.IsCompleted);

        small.Dispose();
        (await large).Dispose();
    }

    [Fact]
    public async Task What_is_larger_than_all_of_it_comes_in_alone()
    {
        using var budget = new ByteBudget(4 * Mebibyte);
        using var huge = await budget.TakeAsync(long.MaxValue, CancellationToken.None);
        Assert.False(budget.TakeAsync(0, CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task Who_gives_up_waiting_holds_nothing()
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
    public async Task Many_who_come_at_once_are_all_let_in_and_never_more_than_fit()
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
