using Microsoft.Extensions.Time.Testing;
using PodcastInsights.Storage.Nodes;

namespace PodcastInsights.Storage.Tests.Nodes;

public sealed class NodeTests : IDisposable
{
    private readonly FakeTimeProvider clock = new();
    private readonly StandIn node;

    public NodeTests() => node = new StandIn("one", clock) { IsPrimary = true, Index = StandIn.At(7) };

    [Fact]
    public async Task Is_down_until_it_answers()
    {
        Assert.False(node.State.IsUp);

        await node.LookAsync();

        Assert.Equal(new NodeState(null, true, StandIn.At(7)), node.State);
    }

    [Fact]
    public async Task Is_down_with_what_it_says_in_the_place_of_an_answer_and_keeps_what_it_last_held()
    {
        await node.LookAsync();
        node.Fault = new IOException("The disk is gone.");

        await node.LookAsync();

        Assert.Equal(new NodeState("The disk is gone.", true, StandIn.At(7)), node.State);
    }

    [Fact]
    public async Task Is_down_where_it_says_nothing_in_time()
    {
        await node.LookAsync();
        node.IsSilent = true;
        var look = node.LookAsync();
        Assert.False(look.IsCompleted);

        clock.Advance(Node.Patience);
        await look;

        Assert.Equal((false, StandIn.At(7)), (node.State.IsUp, node.State.Index));
    }

    [Fact]
    public async Task Is_not_asked_once_more_while_it_is_silent_and_is_up_when_it_speaks()
    {
        node.IsSilent = true;
        await node.LookAsync(TimeSpan.Zero);
        await node.LookAsync(TimeSpan.Zero);
        Assert.Equal((1, false), (node.Asked, node.State.IsUp));

        var look = node.LookAsync();
        node.SayAtLast();
        await look;

        Assert.Equal((1, true), (node.Asked, node.State.IsUp));
    }

    [Fact]
    public async Task What_is_committed_while_it_is_asked_is_newer_than_its_answer()
    {
        node.IsSilent = true;
        var look = node.LookAsync();
        node.Committed(StandIn.At(8));
        node.SayAtLast();
        await look;

        Assert.Equal(StandIn.At(8), node.State.Index);
    }

    [Fact]
    public async Task A_commit_while_it_is_asked_is_an_answer()
    {
        node.IsSilent = true;
        var look = node.LookAsync();
        node.Committed(StandIn.At(8));
        clock.Advance(Node.Patience);
        await look;
        Assert.True(node.State.IsUp);

        // That was the answer to one look, not to the next.
        await node.LookAsync(TimeSpan.Zero);

        Assert.Equal((false, StandIn.At(8)), (node.State.IsUp, node.State.Index));
    }

    [Fact]
    public async Task Who_waits_for_it_hears_that_it_is_lost_and_who_comes_later_waits_for_its_return()
    {
        await node.LookAsync();
        var lost = node.Lost;
        node.Fault = new IOException();

        await node.LookAsync();

        Assert.True(lost.IsCompleted);
        Assert.False(node.Lost.IsCompleted);
        node.Fault = null;
        await node.LookAsync();
        Assert.False(node.Lost.IsCompleted);
    }

    [Fact]
    public async Task Is_doubted_until_it_answers_a_look()
    {
        node.IsDoubted = true;
        node.Fault = new IOException();
        await node.LookAsync();
        Assert.True(node.IsDoubted);

        node.Fault = null;
        await node.LookAsync();

        Assert.False(node.IsDoubted);
    }

    [Fact]
    public async Task A_read_in_vain_is_remembered_for_a_minute_while_it_answers_looks()
    {
        node.Failed(new IOException("A page is damaged."));
        await node.LookAsync();
        Assert.Equal("A page is damaged.", node.Complaint);

        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(node.Complaint);
    }

    [Fact]
    public async Task A_read_in_vain_of_a_server_that_is_lost_says_no_more_than_that()
    {
        node.Failed(new IOException("The connection is broken."));
        node.Fault = new IOException("The server is gone.");
        await node.LookAsync();

        Assert.Equal(("The server is gone.", null), (node.State.Problem, node.Complaint));
    }

    public void Dispose() => node.Dispose();
}
