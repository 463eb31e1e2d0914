using Dapper;
using Npgsql;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>
/// The numbered scripts that create the tables, in a schema of their own, so that the database can contain others. Its table
/// <c>schema_version</c> says how many scripts were applied, and that the schema belongs to this application.
/// </summary>
internal static class PostgresSchema
{
    private static readonly List<string> Scripts = SchemaScripts.Of(typeof(PostgresSchema));

    public static int Version => Scripts.Count;

    /// <returns>Whether the tables exist and are of this version.</returns>
    /// <exception cref="UnusableLibraryException">They are of a later version.</exception>
    public static async Task<bool> IsCurrentAsync(NpgsqlConnection connection, string place, CancellationToken cancellationToken) =>
        await VersionAsync(connection, place, cancellationToken) == Version;

    /// <summary>
    /// Migrates the tables to this version in one transaction. Another process that does the same at this moment waits, and then finds the
    /// work done.
    /// </summary>
    /// <param name="connection">Connection to a server that accepts writes.</param>
    /// <exception cref="UnusableLibraryException">The schema is another application's, or of a later version.</exception>
    public static async Task ApplyAsync(NpgsqlConnection connection, string schema, string place, CancellationToken cancellationToken)
    {
        const string exists = """
            SELECT to_regnamespace(quote_ident(@schema)) IS NOT NULL
            """;
        const string relations = """
            SELECT count(*)
            FROM   pg_class
            WHERE  relnamespace = to_regnamespace(quote_ident(@schema))
            """;
        const string raise = """
            CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL);

            DELETE FROM schema_version;

            INSERT INTO schema_version (version)
            VALUES                     (@version)
            """;
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await PostgresWriting.TakePlaceAsync(connection, schema, cancellationToken);
        if (!await connection.ExecuteScalarAsync<bool>(exists, new { schema }))
        {
            // The name of a schema cannot be a parameter, so it is quoted.
            await connection.ExecuteAsync($"CREATE SCHEMA {new NpgsqlCommandBuilder().QuoteIdentifier(schema)}");
        }

        var version = await VersionAsync(connection, place, cancellationToken);
        if (version == Version)
        {
            return;
        }

        if (version is null && await connection.ExecuteScalarAsync<long>(relations, new { schema }) > 0)
        {
            throw new UnusableLibraryException(
                place, LibraryProblem.Inaccessible, "the schema belongs to another application. Name another one, as in Search Path=podcasts.");
        }

        foreach (var script in Scripts.Skip(version ?? 0))
        {
            await connection.ExecuteAsync(new CommandDefinition(script, cancellationToken: cancellationToken));
        }

        await connection.ExecuteAsync(raise, new { version = Version });
        await transaction.CommitAsync(cancellationToken);
    }

    /// <returns>Null where there are no tables of this application.</returns>
    private static async Task<int?> VersionAsync(NpgsqlConnection connection, string place, CancellationToken cancellationToken)
    {
        const string find = """
            SELECT to_regclass('schema_version') IS NOT NULL
            """;
        const string sql = """
            SELECT version
            FROM   schema_version
            """;
        if (!await connection.ExecuteScalarAsync<bool>(new CommandDefinition(find, cancellationToken: cancellationToken)))
        {
            return null;
        }

        var version = await connection.ExecuteScalarAsync<int>(new CommandDefinition(sql, cancellationToken: cancellationToken));
        return SchemaScripts.EnsureKnown(version, Version, place, "another schema");
    }
}
