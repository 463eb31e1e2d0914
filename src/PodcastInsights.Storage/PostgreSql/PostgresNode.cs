using System.Data;
using Dapper;
using Npgsql;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>What the last look at a server told.</summary>
/// <param name="IsUp">Whether it answered.</param>
/// <param name="IsPrimary">Whether it takes writes; of one that did not answer, whether it did when it last answered.</param>
/// <param name="Index">The state of the library that it held then; null where it held none.</param>
internal sealed record NodeState(bool IsUp, bool IsPrimary, IndexState? Index)
{
    public StoreVersion? Version => Index?.Version;
}

/// <summary>One server, with its own connections.</summary>
internal sealed class PostgresNode(string name, string connectionString) : IDisposable
{
    /// <summary>After which a server that was looked at is taken for lost.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.3);

    private readonly NpgsqlDataSource source = SourceOf(connectionString);
    private readonly Lock changing = new();
    private NodeState state = new(false, false, null);
    private TaskCompletionSource lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<(NodeState? Seen, int Commits)>? asking;
    private int commits;

    /// <summary>Host and port.</summary>
    public string Name => name;

    public NodeState State => Volatile.Read(ref state);

    /// <summary>Ends when a look at the server gets no answer; never, of one that is lost already.</summary>
    public Task Lost => Volatile.Read(ref lost).Task is { IsCompleted: false } here ? here : Task.Delay(Timeout.Infinite);

    /// <summary>Whether a reader got no answer in time since the last look: others are asked first.</summary>
    public bool IsDoubted { get; set; }

    /// <summary>Looks at the server; one that does not answer within the time is down until it does.</summary>
    public Task LookAsync() => LookAsync(Patience);

    /// <inheritdoc cref="LookAsync()"/>
    public async Task LookAsync(TimeSpan patience)
    {
        Task<(NodeState? Seen, int Commits)> ask;
        int began;
        lock (changing)
        {
            // One that is silent is not asked once more.
            began = commits;
            ask = asking is { IsCompleted: false } ? asking : asking = AskAsync(commits);
        }

        await Task.WhenAny(ask, Task.Delay(patience));
        var (seen, before) = ask.IsCompleted ? await ask : (null, began);
        lock (changing)
        {
            if (before != commits)
            {
                // What was committed here meanwhile is newer than what was seen, and an answer itself.
                seen = (seen ?? state) with { Index = state.Index };
            }

            state = seen ?? state with { IsUp = false };
            IsDoubted &= seen is null;
            if (seen is null)
            {
                lost.TrySetResult();
            }
            else if (lost.Task.IsCompleted)
            {
                Volatile.Write(ref lost, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }
        }
    }

    /// <summary>What is committed here is known to all who read next.</summary>
    public void Committed(IndexState index)
    {
        lock (changing)
        {
            commits++;
            state = state with { IsUp = true, IsPrimary = true, Index = index };
        }
    }

    /// <param name="work">Takes a connection in a transaction that sees one state of the store.</param>
    public async Task<T> ReadAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        return await work(connection);
    }

    public Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => source.OpenConnectionAsync(cancellationToken).AsTask();

    public void Dispose() => source.Dispose();

    /// <summary>
    /// Statements are asked by keys, many or few: a plan made for all values is the right one for each. Making one for each anew, which the
    /// server does where it looks cheaper, takes longer than the reading.
    /// </summary>
    private static NpgsqlDataSource SourceOf(string connectionString)
    {
        const string sql = """
            SET plan_cache_mode = force_generic_plan
            """;
        return new NpgsqlDataSourceBuilder(connectionString)
            .UsePhysicalConnectionInitializer(connection => connection.Execute(sql), connection => connection.ExecuteAsync(sql))
            .Build();
    }

    /// <returns>Null where it does not answer; with how often had been committed here before it was asked.</returns>
    private async Task<(NodeState? Seen, int Commits)> AskAsync(int before)
    {
        const string ask = """
            SELECT pg_is_in_recovery(), to_regclass('library_state') IS NOT NULL
            """;
        try
        {
            await using var connection = await source.OpenConnectionAsync();
            var (isStandby, isThere) = await connection.QuerySingleAsync<(bool, bool)>(ask);
            if (!isThere)
            {
                return (new NodeState(true, !isStandby, null), before);
            }

            return (new NodeState(true, !isStandby, await SqlSearchRows.StateAsync(connection)), before);
        }
        catch (Exception)
        {
            // Whatever it says instead of an answer.
            return (null, before);
        }
    }
}
