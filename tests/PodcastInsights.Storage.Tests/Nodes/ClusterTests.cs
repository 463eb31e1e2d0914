using Microsoft.Extensions.Time.Testing;
using PodcastInsights.Storage.Nodes;

namespace PodcastInsights.Storage.Tests.Nodes;

/// <summary>A primary, A, and two standbys, B and C, which go through all that may befall them.</summary>
public sealed class ClusterTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new();
    private readonly StandIn a;
    private readonly StandIn b;
    private readonly StandIn c;
    private readonly Cluster<StandIn> cluster;

    public ClusterTests()
    {
        a = new StandIn("A", clock) { IsPrimary = true, Index = StandIn.At(1) };
        b = new StandIn("B", clock) { Index = StandIn.At(1) };
        c = new StandIn("C", clock) { Index = StandIn.At(1) };
        cluster = new Cluster<StandIn>([a, b, c], static error => error is IOException, clock);
    }

    private static CancellationToken None => CancellationToken.None;

    public async ValueTask InitializeAsync() => await cluster.LookAsync();

    public ValueTask DisposeAsync()
    {
        cluster.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Standbys_are_read_in_turns()
    {
        var read = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => ReadAsync()));

        Assert.Equal(["B", "C"], read.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_primary_is_read_while_the_standbys_are_behind_it()
    {
        a.Committed(StandIn.At(2));
        Assert.Equal("A", await ReadAsync());

        c.Index = StandIn.At(2);
        await c.LookAsync();

        Assert.Equal("C", await ReadAsync());
    }

    [Fact]
    public async Task Another_server_is_read_where_one_is_lost()
    {
        b.Fault = new IOException();

        Assert.Equal(["C"], (await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ReadAsync()))).Distinct());
        Assert.True(b.IsDoubted);
        c.Fault = new IOException();
        Assert.Equal("A", await ReadAsync());
    }

    [Fact]
    public async Task Who_meets_the_loss_of_all_reads_when_one_is_back()
    {
        Fail(a, b, c);
        var asked = 0;

        var read = await cluster.ReadAsync(
            (node, letGo) =>
            {
                c.Fault = ++asked < 4 ? c.Fault : null;
                return node.ReadAsync(letGo);
            },
            None);

        Assert.Equal("C", read);
    }

    [Fact]
    public async Task The_loss_of_all_is_told_in_the_end()
    {
        Fail(a, b, c);

        await Assert.ThrowsAsync<IOException>(() => ReadAsync());

        Assert.Equal(1, cluster.Newest?.Number);
    }

    [Fact]
    public async Task A_mistake_of_the_readers_is_told_at_once()
    {
        var asked = 0;

        await Assert.ThrowsAsync<InvalidOperationException>(() => cluster.ReadAsync<string>(
            (_, _) =>
            {
                asked++;
                throw new InvalidOperationException();
            },
            None));

        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_second_server_is_asked_where_the_first_is_silent_and_that_one_is_let_go_of()
    {
        var asked = new List<(StandIn Node, CancellationToken LetGo)>();
        var read = cluster.ReadAsync(
            async (node, letGo) =>
            {
                asked.Add((node, letGo));
                await Task.Delay(asked.Count == 1 ? Timeout.Infinite : 0, letGo);
                return node;
            },
            None);
        Assert.False(read.IsCompleted);

        clock.Advance(ClusterRead<StandIn, StandIn>.Patience);

        Assert.Equal([asked[0].Node, await read], asked.Select(one => one.Node));
        Assert.True(asked[0].LetGo.IsCancellationRequested);
        Assert.Equal([asked[0].Node], cluster.All.Where(node => node.IsDoubted));
    }

    [Fact]
    public async Task No_second_server_is_asked_where_many_readers_do()
    {
        var asked = 0;
        var answer = new TaskCompletionSource<string>();
        while (await cluster.Seconds.WaitAsync(0, None))
        {
            // All places are taken.
        }

        var read = cluster.ReadAsync(
            (_, _) =>
            {
                asked++;
                return answer.Task;
            },
            None);
        clock.Advance(ClusterRead<StandIn, string>.Patience);
        answer.SetResult("late");

        Assert.Equal(("late", 1), (await read, asked));
    }

    [Fact]
    public async Task Whoever_waits_for_a_server_that_a_look_finds_lost_reads_another()
    {
        // So many that not all may ask a second server.
        b.IsSilent = true;
        c.IsSilent = true;
        var reads = Enumerable.Range(0, 40).Select(_ => ReadAsync()).ToList();
        Assert.DoesNotContain(reads, read => read.IsCompleted);

        await Task.WhenAll(b.LookAsync(TimeSpan.Zero), c.LookAsync(TimeSpan.Zero));

        Assert.Equal(["A"], (await Task.WhenAll(reads)).Distinct());
    }

    [Fact]
    public async Task Standbys_that_caught_up_are_asked_where_the_only_one_with_the_newest_state_is_silent()
    {
        a.Committed(StandIn.At(2));
        a.IsSilent = true;
        b.Index = StandIn.At(2);
        var read = ReadAsync();

        clock.Advance(ClusterRead<StandIn, string>.Patience);

        Assert.Equal("B", await read);
    }

    [Fact]
    public async Task What_is_left_is_the_newest_where_the_only_server_with_it_is_lost()
    {
        a.Committed(StandIn.At(2));
        a.IsSilent = true;
        var read = ReadAsync();
        Assert.Equal(2, cluster.Newest?.Number);

        await a.LookAsync(TimeSpan.Zero);

        Assert.NotEqual("A", await read);
        Assert.Equal(1, cluster.Newest?.Number);
    }

    [Fact]
    public async Task A_single_server_is_waited_for_however_slow_it_is()
    {
        using var alone = new StandIn("D", clock) { Index = StandIn.At(1) };
        using var single = new Cluster<StandIn>([alone], static error => error is IOException, clock);
        await single.LookAsync();
        var answer = new TaskCompletionSource<string>();

        var read = single.ReadAsync((_, _) => answer.Task, None);
        alone.IsSilent = true;
        await alone.LookAsync(TimeSpan.Zero);
        clock.Advance(TimeSpan.FromSeconds(20));
        answer.SetResult("at last");

        Assert.Equal("at last", await read);
    }

    [Fact]
    public async Task A_reader_who_goes_away_waits_no_longer()
    {
        b.IsSilent = true;
        c.IsSilent = true;
        using var gone = new CancellationTokenSource();
        var read = cluster.ReadAsync(static (node, letGo) => node.ReadAsync(letGo), gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
    }

    [Fact]
    public async Task Writes_go_to_a_standby_that_is_promoted_meanwhile()
    {
        Fail(a);

        var written = await cluster.OnPrimaryAsync(
            node =>
            {
                b.IsPrimary = true;
                return node.ReadAsync(None);
            },
            None);

        Assert.Equal("B", written);
    }

    [Fact]
    public async Task That_none_takes_writes_is_told()
    {
        a.IsPrimary = false;
        await a.LookAsync();

        await Assert.ThrowsAsync<NoPrimaryException>(() => cluster.OnPrimaryAsync(static node => node.ReadAsync(None), None));
    }

    [Fact]
    public async Task A_promoted_standby_that_lost_commits_has_the_newest_state_under_another_stamp()
    {
        a.Committed(StandIn.At(2, "lost"));
        Fail(a);
        await a.LookAsync();
        (b.IsPrimary, b.Index) = (true, StandIn.At(2, "found"));
        await b.LookAsync();

        Assert.Equal(StandIn.At(2, "found").Version, cluster.Newest);
        Assert.Equal("B", await ReadAsync());
    }

    private static void Fail(params StandIn[] nodes) => Array.ForEach(nodes, static node => node.Fault = new IOException());

    private Task<string> ReadAsync() => cluster.ReadAsync(static (node, letGo) => node.ReadAsync(letGo), None);
}
