using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.Tests;

/// <summary>The port of the store as a whole.</summary>
public abstract class LibraryStoreContract(StoreEngine engine) : StoreContract(engine)
{
    [Fact]
    public async Task A_new_store_can_be_used_and_is_sound()
    {
        Assert.Null(await Engine.Store.EnsureUsableAsync(None));
        Assert.Null(await Engine.Store.CheckAsync(None));
        Assert.NotEmpty(Engine.Store.Place);
        Assert.NotNull(await Engine.Store.VersionAsync(None));
    }

    [Fact]
    public async Task An_import_that_came_to_its_end_is_known()
    {
        Assert.False(await Engine.Store.HasImportAsync(None));
        await WriteAsync(new Sample("Talk"));
        Assert.True(await Engine.Store.HasImportAsync(None));
        await using var turn = await Writer.TryTakeTurnAsync(None);
        Assert.True(await turn!.IsHeldAsync(None));
    }

    [Fact]
    public async Task A_store_that_holds_more_is_larger()
    {
        await WriteAsync(new Sample("Talk"));
        var before = Engine.Store.Size();
        await WriteAsync(new Sample("Long") { Turns = [("Ada Byron", [string.Concat(Enumerable.Range(0, 40_000).Select(i => $"word{i} "))])] });
        Assert.InRange(Engine.Store.Size() - before, 40_000, 40_000_000);
    }

    [Fact]
    public void A_problem_of_the_store_is_told_from_a_fault_of_the_program()
    {
        var gone = new UnusableLibraryException(Engine.Store.Place, LibraryProblem.Gone, "it was deleted.");
        Assert.Same(gone, Engine.Store.ProblemBehind(gone));
        Assert.Null(Engine.Store.ProblemBehind(new InvalidOperationException("A fault.")));
    }

    [Fact]
    public async Task A_store_that_is_set_aside_leaves_room_for_an_empty_one()
    {
        await WriteAsync(new Sample("Talk"));
        var old = await Engine.Store.VersionAsync(None);
        var reason = new UnusableLibraryException(Engine.Store.Place, LibraryProblem.Damaged, "it is damaged.");

        var moved = Engine.Store.SetAside(reason);

        Assert.Same(reason, moved.Reason);
        Assert.NotEqual(Engine.Store.Place, moved.Place);
        using var next = Engine.AnotherProcess();
        Assert.Null(await next.Store.EnsureUsableAsync(None));
        Assert.Empty(await next.Writer.StoredEpisodesAsync(None));
        Assert.NotEqual(old, await next.Store.VersionAsync(None));
    }

    [Fact]
    public async Task A_check_ends_when_its_request_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Engine.Store.CheckAsync(stop.Token));
    }
}
