using System.Globalization;
using System.Reflection;
using Dapper;
using Npgsql;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>
/// The numbered scripts that make the tables, in a schema of their own, so that a database may hold others. Its table
/// <c>schema_version</c> says how many it has seen, and that it is one of ours.
/// </summary>
internal static class PostgresSchema
{
    private static readonly List<string> Scripts = ReadScripts();

    public static int Version => Scripts.Count;

    /// <returns>Whether the tables are there and of this version.</returns>
    /// <exception cref="UnusableLibraryException">They are of a later version.</exception>
    public static async Task<bool> IsCurrentAsync(NpgsqlConnection connection, string place, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT version
            FROM   schema_version
            """;
        const string find = """
            SELECT to_regclass('schema_version') IS NOT NULL
            """;
        if (!await connection.ExecuteScalarAsync<bool>(new CommandDefinition(find, cancellationToken: cancellationToken)))
        {
            return false;
        }

        var version = await connection.ExecuteScalarAsync<int>(new CommandDefinition(sql, cancellationToken: cancellationToken));
        return version <= Version
            ? version == Version
            : throw new UnusableLibraryException(place, LibraryProblem.Newer, string.Create(
                CultureInfo.InvariantCulture,
                $"its schema has version {version} and this application knows version {Version}. Start a newer application, or name another schema."));
    }

    /// <summary>Brings the tables up to this version in one transaction. Another process that does the same at this moment waits, and finds it done.</summary>
    /// <param name="connection">To a server that takes writes.</param>
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
        await PostgresLock.TakeAsync(connection, schema, cancellationToken);
        if (!await connection.ExecuteScalarAsync<bool>(exists, new { schema }))
        {
            // The name of a schema is no parameter; it is quoted.
            await connection.ExecuteAsync($"CREATE SCHEMA {new NpgsqlCommandBuilder().QuoteIdentifier(schema)}");
        }

        if (await IsCurrentAsync(connection, place, cancellationToken))
        {
            return;
        }

        var version = 0;
        if (await connection.ExecuteScalarAsync<bool>("SELECT to_regclass('schema_version') IS NOT NULL"))
        {
            version = await connection.ExecuteScalarAsync<int>("SELECT version FROM schema_version");
        }
        else if (await connection.ExecuteScalarAsync<long>(relations, new { schema }) > 0)
        {
            throw new UnusableLibraryException(
                place, LibraryProblem.Inaccessible, "the schema belongs to another application. Name another one, as in Search Path=podcasts.");
        }

        foreach (var script in Scripts.Skip(version))
        {
            await connection.ExecuteAsync(new CommandDefinition(script, cancellationToken: cancellationToken));
        }

        await connection.ExecuteAsync(raise, new { version = Version });
        await transaction.CommitAsync(cancellationToken);
    }

    private static List<string> ReadScripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(typeof(PostgresSchema).Namespace!, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return reader.ReadToEnd();
            })
            .ToList();
    }
}
