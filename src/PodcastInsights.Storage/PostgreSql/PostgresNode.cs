using System.Data;
using Dapper;
using Npgsql;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>What a look at a server told.</summary>
/// <param name="Version">Null where it holds no library yet.</param>
internal sealed record NodeState(bool IsUp, bool IsPrimary, StoreVersion? Version)
{
    public static NodeState Down { get; } = new(false, false, null);
}

/// <summary>One server, with its own connections.</summary>
internal sealed class PostgresNode(string name, string connectionString) : IDisposable
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(connectionString);
    private volatile NodeState state = NodeState.Down;
    private Task<NodeState>? looking;

    /// <summary>Host and port.</summary>
    public string Name => name;

    public NodeState State => state;

    /// <summary>Looks at the server; one that does not answer within the time is down, until it answers.</summary>
    public async Task LookAsync(TimeSpan patience)
    {
        // One that is silent is not asked once more.
        var look = looking is { IsCompleted: false } ? looking : looking = AskAsync();
        state = await Task.WhenAny(look, Task.Delay(patience)) == look ? await look : NodeState.Down;
    }

    /// <summary>What is committed here is known to all who read next.</summary>
    public void Committed(StoreVersion version) => state = new NodeState(true, true, version);

    /// <summary>A connection in a transaction that sees one state of the store.</summary>
    public async Task<NodeReading> ReadAsync(CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        try
        {
            return new NodeReading(connection, await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => source.OpenConnectionAsync(cancellationToken).AsTask();

    public void Dispose() => source.Dispose();

    private async Task<NodeState> AskAsync()
    {
        const string ask = """
            SELECT pg_is_in_recovery(), to_regclass('library_state') IS NOT NULL
            """;
        const string stateOf = """
            SELECT version, stamp
            FROM   library_state
            """;
        try
        {
            await using var connection = await source.OpenConnectionAsync();
            var (isStandby, isThere) = await connection.QuerySingleAsync<(bool, bool)>(ask);
            if (!isThere)
            {
                return new NodeState(true, !isStandby, null);
            }

            var (number, stamp) = await connection.QuerySingleAsync<(long, string)>(stateOf);
            return new NodeState(true, !isStandby, new StoreVersion(number, stamp));
        }
        catch (Exception error) when (PostgresProblems.Behind(error, name) is not null)
        {
            return NodeState.Down;
        }
    }
}

/// <summary>A connection that reads one state of the store.</summary>
/// <param name="transaction">Ends before the connection is used again, which goes back to the others.</param>
internal sealed class NodeReading(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable, IDisposable
{
    public NpgsqlConnection Connection => connection;

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    public void Dispose() => connection.Dispose();
}

/// <param name="First">What was read first.</param>
internal sealed record BegunReading<T>(NodeReading Reading, T First) : IDisposable
{
    public void Dispose() => Reading.Dispose();
}
