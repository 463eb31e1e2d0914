using PodcastInsights.Core.Search.Sessions;

namespace PodcastInsights.Storage.Nodes;

/// <summary>One server of a store, with what is known of it. An engine implements the probe.</summary>
/// <param name="name">Host and port.</param>
internal abstract class Node(string name, TimeProvider clock) : IDisposable
{
    /// <summary>Time after which a server that does not answer a probe is regarded as lost.</summary>
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

    /// <summary>Completes when a probe gets no answer. Where the server is lost already, it never completes.</summary>
    public Task Lost => Volatile.Read(ref lost).Task is { IsCompleted: false } here ? here : Task.Delay(Timeout.Infinite);

    /// <summary>Whether a read failed or was late since the last successful probe. Other servers are then asked first.</summary>
    public bool IsDoubted { get; set; }

    /// <summary>The error of a failed read in the last minute, although the server answers probes; null for none.</summary>
    public string? Complaint => complaint is var (problem, at) && clock.GetElapsedTime(at) < ComplaintsLast ? problem : null;

    /// <summary>Probes the server. A server that does not answer in time is not asked until it does.</summary>
    public Task LookAsync() => LookAsync(Patience);

    /// <inheritdoc cref="LookAsync()"/>
    public async Task LookAsync(TimeSpan patience)
    {
        Task<NodeAnswer> answer;
        int askedAfter, beganAfter;
        lock (changing)
        {
            // A silent server does not get a second probe.
            asked = asked.Answer.IsCompleted ? (AskAsync(), commits) : asked;
            (answer, askedAfter) = asked;
            beganAfter = commits;
        }

        await Task.WhenAny(answer, Task.Delay(patience, clock));
        lock (changing)
        {
            // A commit of this process during the probe is newer than its answer, and shows that the server answers.
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

    /// <summary>Records a commit of this process, so that the next readers see it.</summary>
    public void Committed(IndexState index)
    {
        lock (changing)
        {
            commits++;
            state = new NodeState(null, true, index);
        }
    }

    /// <summary>Records that a read of this server failed.</summary>
    public void Failed(Exception error)
    {
        lock (changing)
        {
            IsDoubted = true;
            complaint = (ProblemBehind(error), clock.GetTimestamp());
        }
    }

    public abstract void Dispose();

    /// <exception cref="Exception">The server does not answer.</exception>
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
