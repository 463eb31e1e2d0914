using PodcastInsights.Core.Search.Sessions;

namespace PodcastInsights.Storage.Nodes;

/// <summary>One server of a store, with what is known of it. An engine tells how it is asked.</summary>
/// <param name="name">Host and port.</param>
internal abstract class Node(string name, TimeProvider clock) : IDisposable
{
    /// <summary>After which a server that was looked at is taken for lost.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.3);

    private static readonly TimeSpan ComplaintsLast = TimeSpan.FromMinutes(1);

    private readonly Lock changing = new();
    private NodeState state = new("it has not answered yet.", false, null);
    private TaskCompletionSource lost = NewSignal();
    private (Task<NodeAnswer> Answer, int Commits) asked = (Task.FromCanceled<NodeAnswer>(new CancellationToken(true)), 0);
    private int commits;
    private (string Problem, long At)? complaint;

    public string Name => name;

    public NodeState State => Volatile.Read(ref state);

    /// <summary>Ends when a look at the server gets no answer; never, of one that is lost already.</summary>
    public Task Lost => Volatile.Read(ref lost).Task is { IsCompleted: false } here ? here : Task.Delay(Timeout.Infinite);

    /// <summary>Whether a reader got no answer, or none in time, since the last look: others are asked first.</summary>
    public bool IsDoubted { get; set; }

    /// <summary>What a read of it ended with in the last minute, though it answers looks; null for nothing.</summary>
    public string? Complaint => complaint is var (problem, at) && clock.GetElapsedTime(at) < ComplaintsLast ? problem : null;

    /// <summary>Looks at the server; one that does not answer within the time cannot be asked until it does.</summary>
    public Task LookAsync() => LookAsync(Patience);

    /// <inheritdoc cref="LookAsync()"/>
    public async Task LookAsync(TimeSpan patience)
    {
        Task<NodeAnswer> answer;
        int askedAfter, beganAfter;
        lock (changing)
        {
            // One that is silent is not asked once more.
            asked = asked.Answer.IsCompleted ? (AskAsync(), commits) : asked;
            (answer, askedAfter) = asked;
            beganAfter = commits;
        }

        await Task.WhenAny(answer, Task.Delay(patience, clock));
        lock (changing)
        {
            // What was committed here meanwhile is newer than what was seen, and an answer itself.
            var isOld = commits != (answer.IsCompleted ? askedAfter : beganAfter);
            var seen = answer switch
            {
                { IsCompletedSuccessfully: true } => new NodeState(null, answer.Result.IsPrimary, isOld ? state.Index : answer.Result.Index),
                _ when isOld => state,
                { Exception.InnerException: { } error } => state with { Problem = ProblemBehind(error) },
                _ => state with { Problem = "it is silent." },
            };
            See(seen);
        }
    }

    /// <summary>What is committed here is known to all who read next.</summary>
    public void Committed(IndexState index)
    {
        lock (changing)
        {
            commits++;
            state = new NodeState(null, true, index);
        }
    }

    /// <summary>A read of it was in vain.</summary>
    public void Failed(Exception error)
    {
        lock (changing)
        {
            IsDoubted = true;
            complaint = (ProblemBehind(error), clock.GetTimestamp());
        }
    }

    public abstract void Dispose();

    /// <exception cref="Exception">It does not answer.</exception>
    protected abstract Task<NodeAnswer> AskAsync();

    /// <summary>Tells why the server did not answer; see <see cref="NodeState.Problem"/>.</summary>
    protected abstract string ProblemBehind(Exception error);

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void See(NodeState seen)
    {
        state = seen;
        IsDoubted &= !seen.IsUp;
        if (!seen.IsUp)
        {
            complaint = null;
            lost.TrySetResult();
        }
        else if (lost.Task.IsCompleted)
        {
            Volatile.Write(ref lost, NewSignal());
        }
    }
}
