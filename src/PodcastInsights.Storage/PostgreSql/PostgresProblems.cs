using System.Data.Common;
using System.Net.Sockets;
using Npgsql;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>What PostgreSQL's errors say of the server and of the library in it.</summary>
internal static class PostgresProblems
{
    private static readonly string[] Refusals =
    [
        PostgresErrorCodes.InsufficientPrivilege,
        PostgresErrorCodes.InvalidCatalogName,
        PostgresErrorCodes.InvalidPassword,
        PostgresErrorCodes.InvalidAuthorizationSpecification,
    ];

    /// <returns>Null where the error says nothing of the store, as for a mistake in a statement.</returns>
    public static UnusableLibraryException? Behind(Exception error, string place)
    {
        var (problem, explanation) = error switch
        {
            PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName } =>
                (LibraryProblem.Gone, "its tables were dropped or renamed while they were in use."),
            PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } =>
                (LibraryProblem.Damaged, "it is damaged."),
            PostgresException { SqlState: PostgresErrorCodes.DiskFull } => (LibraryProblem.Full, "the server's disk is full."),
            PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } =>
                (LibraryProblem.Inaccessible, "none of its servers takes writes."),
            PostgresException refused when Refusals.Contains(refused.SqlState) =>
                (LibraryProblem.Inaccessible, $"the server refuses: {refused.MessageText}."),
            _ when IsLoss(error) => (LibraryProblem.Inaccessible, "its server does not answer."),
            _ => default((LibraryProblem, string?)),
        };
        return explanation is null ? null : new UnusableLibraryException(place, problem, explanation, error);
    }

    /// <summary>Whether a server was lost, or does not take this now: the same may succeed on another one, or later.</summary>
    public static bool IsLoss(Exception error) => error switch
    {
        // A query on a standby is ended where it holds up the replay of what the primary has removed.
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure } => true,
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => true,
        DbException { IsTransient: true } => true,
        PostgresException => false,
        NpgsqlException or SocketException or TimeoutException or IOException => true,
        _ => false,
    };
}
