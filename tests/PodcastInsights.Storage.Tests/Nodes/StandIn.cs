using Microsoft.Extensions.Time.Testing;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.Nodes;

namespace PodcastInsights.Storage.Tests.Nodes;

/// <summary>A server that answers what it is told to, at once or never.</summary>
internal sealed class StandIn(string name, FakeTimeProvider clock) : Node(name, clock)
{
    private TaskCompletionSource<NodeAnswer> silence = new();

    public bool IsPrimary { get; set; }

    public IndexState? Index { get; set; }

    /// <summary>What it says in the place of an answer.</summary>
    public Exception? Fault { get; set; }

    public bool IsSilent { get; set; }

    /// <summary>How often it was asked for its state.</summary>
    public int Asked { get; private set; }

    public static IndexState At(long version, string stamp = "") => new(new StoreVersion(version, $"{version} {stamp}"), 1, 1, false);

    /// <summary>What it would have said by now.</summary>
    public void SayAtLast()
    {
        silence.SetResult(new NodeAnswer(IsPrimary, Index));
        silence = new TaskCompletionSource<NodeAnswer>();
    }

    /// <summary>Its name; nothing before somebody lets go of it where it is silent.</summary>
    public async Task<string> ReadAsync(CancellationToken letGo)
    {
        if (IsSilent)
        {
            await Task.Delay(Timeout.Infinite, letGo);
        }

        return Fault is null ? Name : throw Fault;
    }

    public override void Dispose()
    {
        // Holds nothing.
    }

    protected override Task<NodeAnswer> AskAsync()
    {
        Asked++;
        return IsSilent ? silence.Task : Fault is not null ? Task.FromException<NodeAnswer>(Fault) : Task.FromResult(new NodeAnswer(IsPrimary, Index));
    }

    protected override string ProblemBehind(Exception error) => error.Message;
}
