using Npgsql;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>
/// Makes connections with the same settings on all servers, whatever is set there for the role, and refuses unusable servers.
/// </summary>
internal static class PostgresConnections
{
    private const string NeededEncoding = "UTF8";

    private static readonly Version OldestVersion = new(14, 0);

    /// <param name="schema">
    /// Schema of the library. A statement sets it in each session, because poolers refuse it as a parameter of the connection.
    /// </param>
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

    /// <returns>Why a server is unusable; null where it is usable.</returns>
    public static string? ProblemOf(Version version, string? encoding) =>
        version < OldestVersion ? $"its server has version {version}, and version {OldestVersion.Major} is the oldest that will do."
        : encoding != NeededEncoding ? $"it has the encoding {encoding}, which lacks characters. Make one with UTF8: createdb --encoding=UTF8 --template=template0."
        : null;

    /// <exception cref="UnfitServerException">The server is unusable.</exception>
    private static NpgsqlCommand Initializing(NpgsqlConnection connection, string schema)
    {
        // All statements look up keys, so one generic plan is right for any number of them. By default the server plans some statements
        // again for each execution, which takes longer than reading. Time limits are off, because those who wait have their own, and a
        // merge may take long.
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

/// <summary>The server answers, but cannot store a library.</summary>
internal sealed class UnfitServerException(string problem) : Exception(problem);
