using Npgsql;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>Makes connections alike on all servers, whatever is set there for the role, and refuses servers that are of no use.</summary>
internal static class PostgresConnections
{
    private const string NeededEncoding = "UTF8";

    private static readonly Version OldestVersion = new(14, 0);

    /// <param name="schema">That of the library. It is set in each session: a pooler takes no such parameter with a connection.</param>
    public static NpgsqlDataSource SourceOf(string connectionString, string schema) => new NpgsqlDataSourceBuilder(connectionString)
        .UsePhysicalConnectionInitializer(
            connection =>
            {
                using var command = Initializing(connection, schema);
                command.ExecuteNonQuery();
            },
            async connection =>
            {
                await using var command = Initializing(connection, schema);
                await command.ExecuteNonQueryAsync();
            })
        .Build();

    /// <returns>Why a server is of no use; null where it is of use.</returns>
    public static string? ProblemOf(Version version, string? encoding) =>
        version < OldestVersion ? $"its server has version {version}, and version {OldestVersion.Major} is the oldest that will do."
        : encoding != NeededEncoding ? $"it has the encoding {encoding}, which lacks characters. Make one with UTF8: createdb --encoding=UTF8 --template=template0."
        : null;

    /// <exception cref="UnfitServerException">The server is of no use.</exception>
    private static NpgsqlCommand Initializing(NpgsqlConnection connection, string schema)
    {
        // Statements are asked by keys, many or few: a plan made for all values is the right one for each. Making one for each anew, which the
        // server does where it looks cheaper, takes longer than the reading. Times are limited by whoever waits; a merge takes what it takes.
        var sql = $"""
            SET search_path = {new NpgsqlCommandBuilder().QuoteIdentifier(schema)};
            SET plan_cache_mode = force_generic_plan;
            SET statement_timeout = 0;
            SET lock_timeout = 0;
            SET idle_in_transaction_session_timeout = 0;
            SET idle_session_timeout = 0
            """;
        return ProblemOf(connection.PostgreSqlVersion, connection.PostgresParameters.GetValueOrDefault("server_encoding")) is { } problem
            ? throw new UnfitServerException(problem)
            : new NpgsqlCommand(sql, connection);
    }
}

/// <summary>A server that answers, and on which no library can be kept.</summary>
internal sealed class UnfitServerException(string problem) : Exception(problem);
