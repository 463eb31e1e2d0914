using System.Data.Common;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Sql;

/// <summary>Reads turns, which engines store differently: SQLite in rows, PostgreSQL in blocks.</summary>
internal abstract class SqlTurns
{
    /// <summary>Reads the turns of a body in a range of numbers, both inclusive.</summary>
    public abstract Task<List<Turn>> OfAsync(DbConnection connection, long body, int first, int last, CancellationToken cancellationToken);

    /// <summary>Reads the beginning of the first turn of each body that has one: language and plain text.</summary>
    public abstract Task<IReadOnlyDictionary<long, (string Language, string Text)>> OpeningsAsync(
        DbConnection connection, IReadOnlyCollection<long> bodies, CancellationToken cancellationToken);

    /// <summary>Finds the turn of a body that has the hash and is nearest to the number.</summary>
    /// <returns>Its number; of two at the same distance the lower one, as repeated words are linked where they occur first.</returns>
    public virtual async Task<int?> NearestAsync(DbConnection connection, long body, TurnId id, CancellationToken cancellationToken) =>
        (await OfAsync(connection, body, 1, int.MaxValue, cancellationToken))
            .Where(turn => turn.Id.Hash == id.Hash)
            .MinBy(turn => Math.Abs((long)turn.Number - id.Number))?.Number;

    /// <param name="turn">Id of the turn.</param>
    /// <returns>Body and number of the turn; null where there is none.</returns>
    public abstract Task<(long Body, int Number)?> FindAsync(DbConnection connection, long turn, CancellationToken cancellationToken);
}
