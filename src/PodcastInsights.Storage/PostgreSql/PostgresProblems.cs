using System.Net.Sockets;
using Npgsql;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.Nodes;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>What PostgreSQL's errors say of the server and of the library in it.</summary>
internal static class PostgresProblems
{
    /// <summary>
    /// Classes of errors, the first two characters of each, that tell of a server and not of the statement: who may enter, what there is room
    /// for, who ended it, what its disk holds.
    /// </summary>
    private static readonly HashSet<string> OfServer = ["08", "28", "3D", "53", "55", "57", "58", "F0", "XX"];

    /// <summary>Statements are prepared in a session, and settings and locks are of it.</summary>
    public const string SharesSessions = "a pooler before its server shares sessions between transactions. Have it pool by session.";

    /// <returns>Null where the error says nothing of the store, as for a mistake in a statement.</returns>
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

    /// <summary>Whether an error tells of a server: the same may succeed on another one, or later.</summary>
    public static bool IsLoss(Exception error) => error switch
    {
        // A query on a standby is ended where it holds up the replay of what the primary has removed.
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.ReadOnlySqlTransaction } => true,
        PostgresException { SqlState: var state } refused => refused.IsTransient || OfServer.Contains(state[..2]),
        NpgsqlException or SocketException or TimeoutException or IOException or UnfitServerException => true,
        _ => false,
    };

    /// <summary>What Npgsql wraps: it is the system that says what is wrong with a connection.</summary>
    private static Exception Cause(Exception error) => error.InnerException is { } inner ? Cause(inner) : error;
}
