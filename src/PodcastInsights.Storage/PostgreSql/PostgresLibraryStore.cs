using System.Globalization;
using Dapper;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.Nodes;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>The tables of a library as a whole.</summary>
internal sealed class PostgresLibraryStore(PostgresDatabase database, TimeProvider clock) : ILibraryStore
{
    private long size;

    public string Place => database.Settings.Place;

    public async Task<SetAsideLibrary?> EnsureUsableAsync(CancellationToken cancellationToken)
    {
        await database.PrepareAsync(cancellationToken);
        return null;
    }

    /// <summary>
    /// Does nothing: PostgreSQL checks each page when it reads it, where the cluster has checksums, and has no check of a whole schema.
    /// </summary>
    public Task<UnusableLibraryException?> CheckAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<UnusableLibraryException?>(null);
    }

    public async ValueTask<StoreVersion?> VersionAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.PrepareAsync(cancellationToken);
            return database.Nodes.Newest;
        }
        catch (UnusableLibraryException)
        {
            return null;
        }
    }

    public Task<bool> HasImportAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => SqlLibraryState.HasImportAsync(connection, cancellationToken), cancellationToken);

    public IReadOnlyList<StoreServer> Servers => [.. database.Nodes.All.Select(node => ServerOf(node, node.State))];

    public long Size()
    {
        const string sql = """
            SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint
            FROM   pg_class
            WHERE  relnamespace = to_regnamespace(quote_ident(@schema))
            AND    relkind = 'r'
            """;
        try
        {
            return size = database.ReadAsync(
                connection => connection.ExecuteScalarAsync<long>(sql, new { schema = database.Settings.Schema }),
                CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (UnusableLibraryException)
        {
            return size;
        }
    }

    public UnusableLibraryException? ProblemBehind(Exception exception) => database.ProblemBehind(exception);

    public SetAsideLibrary SetAside(UnusableLibraryException reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var stamp = clock.GetUtcNow().ToString("yyyyMMdd_HHmmss", CultureInfo.InvariantCulture);
        var name = $"{database.Settings.Schema}_damaged_{stamp}";
        database.SetAsideAsync(name, CancellationToken.None).GetAwaiter().GetResult();
        return new SetAsideLibrary(reason, $"schema {name}");
    }

    private StoreServer ServerOf(PostgresNode node, NodeState state) => new(
        node.Name, state.IsUp, state.IsPrimary, database.Nodes.Newest?.Number - state.Version?.Number, state.Problem ?? node.Complaint);
}
