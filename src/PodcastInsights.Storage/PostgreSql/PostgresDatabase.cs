using System.Data.Common;
using Npgsql;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.Nodes;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>Opens connections to the servers, and migrates the schema before the first.</summary>
internal sealed class PostgresDatabase(PostgresSettings settings, TimeProvider clock) : ISqlStore, IDisposable
{
    private readonly SemaphoreSlim preparing = new(1, 1);
    private volatile bool prepared;

    public SqlTurns Turns => PostgresTurns.Instance;

    public PostgresSettings Settings => settings;

    public Cluster<PostgresNode> Nodes { get; } = new(
        [.. settings.Hosts.Zip(settings.ConnectionStrings, (host, connectionString) => new PostgresNode(host, connectionString, settings.Schema, clock))],
        PostgresProblems.IsLoss,
        clock);

    public PostgresSegments Segments { get; } = new();

    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken) =>
        ReadOnNodeAsync((node, _) => node.ReadAsync(work, cancellationToken), cancellationToken);

    /// <param name="work">See <see cref="Cluster{TNode}.ReadAsync"/>.</param>
    public async Task<T> ReadOnNodeAsync<T>(Func<PostgresNode, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        return await ExplainingAsync(() => Nodes.ReadAsync(work, cancellationToken));
    }

    public async Task<SqlTransaction> BeginWritingAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        return await ExplainingAsync(() => OnPrimaryAsync(
            (node, connection) => PostgresWriting.BeginAsync(node, connection, settings.Schema, Segments, cancellationToken), cancellationToken));
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await using var writing = (PostgresWriting)await BeginWritingAsync(cancellationToken);
        await writing.Index.CompleteAsync(cancellationToken);
        await SqlTurnMemory.ForgetAsync(writing.Connection);
        await writing.CommitAsync(cancellationToken);
        Segments.Clear();
    }

    public async Task<IImportTurn?> TryTakeTurnAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        return await ExplainingAsync(() => OnPrimaryAsync(
            (_, connection) => PostgresImportTurn.TryTakeAsync(connection, settings.Schema, cancellationToken), cancellationToken));
    }

    public UnusableLibraryException? ProblemBehind(Exception exception) => exception switch
    {
        UnusableLibraryException unusable => unusable,
        _ => PostgresProblems.Behind(exception, settings.Place),
    };

    /// <exception cref="UnusableLibraryException">The library is not one that this application can use.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (prepared)
        {
            return;
        }

        await preparing.WaitAsync(cancellationToken);
        try
        {
            if (!prepared)
            {
                await Nodes.LookAsync();
                await ExplainingAsync(() => MakeAsync(cancellationToken));
                prepared = true;
            }
        }
        finally
        {
            preparing.Release();
        }
    }

    /// <summary>Renames the schema, so that the next access creates a new one.</summary>
    public async Task<string> SetAsideAsync(string name, CancellationToken cancellationToken)
    {
        var quoter = new NpgsqlCommandBuilder();
        await ExplainingAsync(() => OnPrimaryAsync(
            async (_, connection) =>
            {
                await using var __ = connection;
                await using var command = new NpgsqlCommand(
                    $"ALTER SCHEMA {quoter.QuoteIdentifier(settings.Schema)} RENAME TO {quoter.QuoteIdentifier(name)}", connection);
                return await command.ExecuteNonQueryAsync(cancellationToken);
            },
            cancellationToken));
        prepared = false;
        return name;
    }

    public void Dispose()
    {
        Nodes.Dispose();
        preparing.Dispose();
    }

    /// <returns>The result of the work, which owns the connection from then on. Where the work throws, the connection is closed.</returns>
    private Task<T> OnPrimaryAsync<T>(Func<PostgresNode, NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken) => Nodes.OnPrimaryAsync(
        async node =>
        {
            var connection = await node.OpenAsync(cancellationToken);
            try
            {
                return await work(node, connection);
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        },
        cancellationToken);

    /// <returns>Whether the tables did not exist, or were not of this version.</returns>
    private async Task<bool> MakeAsync(CancellationToken cancellationToken)
    {
        if (await Nodes.ReadAsync((node, _) => IsCurrentAsync(node, cancellationToken), cancellationToken))
        {
            return false;
        }

        await OnPrimaryAsync(
            async (_, connection) =>
            {
                await using var __ = connection;
                await PostgresSchema.ApplyAsync(connection, settings.Schema, settings.Place, cancellationToken);
                return true;
            },
            cancellationToken);
        await Nodes.LookAsync();
        return true;
    }

    private async Task<bool> IsCurrentAsync(PostgresNode node, CancellationToken cancellationToken) => await node.SharesSessionsAsync(cancellationToken)
        ? throw new UnfitServerException(PostgresProblems.SharesSessions)
        : await node.ReadAsync(connection => PostgresSchema.IsCurrentAsync(connection, settings.Place, cancellationToken), cancellationToken);

    private async Task<T> ExplainingAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (error is not UnusableLibraryException && ProblemBehind(error) is { } unusable)
        {
            throw unusable;
        }
    }
}
