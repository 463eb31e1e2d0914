using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>
/// The numbered scripts that create the schema. A database records in <c>user_version</c> how many were applied, and in
/// <c>application_id</c> that it belongs to this application.
/// </summary>
internal sealed class SqliteSchema
{
    /// <summary>"PcIn" in ASCII.</summary>
    public const int ApplicationId = 0x5063496E;

    private readonly IReadOnlyList<string> scripts;

    private SqliteSchema(IReadOnlyList<string> scripts) => this.scripts = scripts;

    /// <summary>All the scripts of this assembly, in the order of their numbers.</summary>
    public static SqliteSchema Current { get; } = new(SchemaScripts.Of(typeof(SqliteSchema)));

    public int Version => scripts.Count;

    /// <summary>The schema of an earlier version, for tests.</summary>
    public SqliteSchema At(int version) => new(scripts.Take(version).ToList());

    /// <summary>Migrates the database to this schema in one transaction, so that it has one version or the other.</summary>
    /// <exception cref="UnusableLibraryException">The database is another application's, or of a later version.</exception>
    public async Task ApplyAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        // Immediate: another process that opens the same file waits here, then finds the work done.
        await using var transaction = connection.BeginTransaction(deferred: false);
        var version = await VersionOfAsync(connection);
        if (version == Version)
        {
            return;
        }

        foreach (var script in scripts.Skip(version))
        {
            await connection.ExecuteAsync(new CommandDefinition(script, cancellationToken: cancellationToken));
        }

        // A PRAGMA takes no parameters; both values are this class's own numbers.
        await connection.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"""
            PRAGMA application_id = {ApplicationId};
            PRAGMA user_version   = {Version};
            """));
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<int> VersionOfAsync(SqliteConnection connection)
    {
        var application = await connection.ExecuteScalarAsync<int>("PRAGMA application_id");
        if (application == ApplicationId)
        {
            return SchemaScripts.EnsureKnown(
                await connection.ExecuteScalarAsync<int>("PRAGMA user_version"), Version, connection.DataSource, "another file");
        }

        var empty = application == 0 && await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM sqlite_schema") == 0;
        return empty ? 0 : throw new UnusableLibraryException(
            connection.DataSource, LibraryProblem.Foreign, "it belongs to another application. Name another file.");
    }
}
