using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>The turn that a link leads to.</summary>
public sealed partial class SqliteEpisodeReader
{
    public async Task<TurnMatch?> FindTurnAsync(EpisodeSlug slug, TurnId id, string? language, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReaderAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: true);
        if (await FindEditionAsync(connection, slug, language, cancellationToken) is not { } edition)
        {
            return null;
        }

        var found = await NearestAsync(connection, edition, id, cancellationToken);
        if (found is not null && found.BodyId != edition.BodyId)
        {
            edition = (await FindEditionAsync(connection, slug, found.Language, cancellationToken))!;
        }

        var number = found?.Number ?? id.Number;
        var turns = TurnsOf(
            connection, edition.BodyId, number - 1, number == int.MaxValue ? number : number + 1, cancellationToken);
        if (turns.Find(turn => turn.Number == number) is not { } turn)
        {
            return null;
        }

        var kind = found is null ? TurnMatchKind.Edited : number == id.Number ? TurnMatchKind.Exact : TurnMatchKind.Moved;
        var detail = await FindDetailAsync(connection, edition, cancellationToken);
        return new TurnMatch(
            edition.ToSummary(),
            edition.EditionLanguage,
            kind,
            turn,
            turns.Find(before => before.Number == number - 1),
            turns.Find(after => after.Number > number),
            edition.ToSpeakers(),
            StoredJson.Read<List<SponsorRead>>(detail.Sponsors),
            StoredJson.Read<List<Note>>(detail.Notes),
            await SectionsOfAsync(connection, edition, cancellationToken),
            edition.TimedMediaUrl);
    }

    /// <summary>
    /// The turn with these words nearest to that number. A link need not name its edition: where this one has not the
    /// words, another that has them is the one that was linked.
    /// </summary>
    private static Task<PlaceRow?> NearestAsync(
        SqliteConnection connection, EditionRow edition, TurnId id, CancellationToken cancellationToken)
    {
        // Of two turns equally far, the earlier: words that are said twice are linked where they are first seen.
        const string sql = """
            SELECT    turn.number, body.language,
                      body.id AS BodyId
            FROM      body
            JOIN      turn ON turn.body_id = body.id AND turn.hash = @hash
            WHERE     body.episode_id = @episodeId
            ORDER  BY body.id <> @bodyId, body.ordinal, abs(turn.number - @number), turn.number
            LIMIT     1
            """;
        var parameters = new { hash = id.Hash, episodeId = edition.Id, bodyId = edition.BodyId, number = id.Number };
        return connection.QuerySingleOrDefaultAsync<PlaceRow>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));
    }

    private sealed record PlaceRow
    {
        public long BodyId { get; init; }

        public string Language { get; init; } = "";

        public int Number { get; init; }
    }
}
