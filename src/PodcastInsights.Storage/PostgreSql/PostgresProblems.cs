using System.Net.Sockets;
using Npgsql;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.Nodes;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>Maps PostgreSQL's errors to problems of the server and of the library on it.</summary>
internal static class PostgresProblems
{
    /// <summary>
    /// Classes of errors (the first two characters of the code) that are about the server and not the statement: connections (08, 28, 3D),
    /// resources (53), state and locks (55), shutdown (57), the system, configuration and damage (58, F0, XX).
    /// </summary>
    private static readonly HashSet<string> OfServer = ["08", "28", "3D", "53", "55", "57", "58", "F0", "XX"];

    /// <summary>Prepared statements, settings and locks belong to a session.</summary>
    public const string SharesSessions = "a pooler before its server shares sessions between transactions. Have it pool by session.";

    /// <returns>Null where the store is not the cause, as for an error in a statement.</returns>
    public static UnusableLibraryException? Behind(Exception error, string place) =>
        Explain(error) is var (problem, explanation) ? new UnusableLibraryException(place, problem, explanation, error) : null;

    /// <inheritdoc cref="Behind"/>
    public static (LibraryProblem Problem, string Explanation)? Explain(Exception error) => error switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName } =>
            (LibraryProblem.Gone, "its tables were dropped or renamed while they were in use."),
        PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } =>
            (LibraryProblem.Damaged, "it is damaged."),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => (LibraryProblem.Full, "the server's disk is full."),
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } or NoPrimaryException =>
            (LibraryProblem.Inaccessible, "none of its servers takes writes."),
        PostgresException { SqlState: PostgresErrorCodes.InvalidSqlStatementName or PostgresErrorCodes.DuplicatePreparedStatement } =>
            (LibraryProblem.Inaccessible, SharesSessions),
        PostgresException refused when IsLoss(refused) || refused.SqlState == PostgresErrorCodes.InsufficientPrivilege =>
            (LibraryProblem.Inaccessible, $"the server refuses: {refused.MessageText}."),
        UnfitServerException => (LibraryProblem.Inaccessible, error.Message),
        _ when IsLoss(error) => (LibraryProblem.Inaccessible, $"no connection: {Cause(error).Message.TrimEnd('.')}."),
        _ => null,
    };

    /// <summary>Whether an error is about the server: the same may succeed on another one, or later.</summary>
    public static bool IsLoss(Exception error) => error switch
    {
        // A standby cancels a query that delays the replay of deletions.
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.ReadOnlySqlTransaction } => true,
        PostgresException { SqlState: var state } refused => refused.IsTransient || OfServer.Contains(state[..2]),
        NpgsqlException or SocketException or TimeoutException or IOException or UnfitServerException => true,
        _ => false,
    };

    /// <summary>The innermost exception: Npgsql wraps the operating system's error, which says what is wrong with a connection.</summary>
    private static Exception Cause(Exception error) => error.InnerException is { } inner ? Cause(inner) : error;
}
