using System.Data.Common;
using Dapper;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Sql;

/// <summary>Finds the turn of a link.</summary>
internal sealed partial class SqlEpisodeReader
{
    public Task<TurnMatch?> FindTurnAsync(
        EpisodeSlug slug, TurnId id, CitedWords? words, string? language, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => FindTurnAsync(connection, slug, id, words, language, cancellationToken), cancellationToken);

    private async Task<TurnMatch?> FindTurnAsync(
        DbConnection connection, EpisodeSlug slug, TurnId id, CitedWords? words, string? language, CancellationToken cancellationToken)
    {
        if (await FindEditionAsync(connection, slug, language, cancellationToken) is not { } edition)
        {
            return null;
        }

        var place = await PlaceAsync(connection, edition, slug, id, cancellationToken);
        var found = words is { } cited
            ? await FindWordsAsync(connection, edition, place, id, cited, cancellationToken)
            : place.Number is { } number ? new FoundTurns(place, await TurnsAroundAsync(connection, place.BodyId, number, 0, cancellationToken), number) : null;
        if (found?.Turns.Find(turn => turn.Number == found.Number) is not { } turn)
        {
            return null;
        }

        if (found.Place.BodyId != edition.BodyId)
        {
            edition = (await FindEditionAsync(connection, slug, found.Place.Language, cancellationToken))!;
        }

        var last = found.Quote?.Passages[^1].Turn.Number ?? turn.Number;
        var detail = await FindDetailAsync(connection, edition, cancellationToken);
        return new TurnMatch(
            edition.ToSummary(),
            edition.EditionLanguage,
            found.Place.Kind != TurnMatchKind.Edited && turn.Number != id.Number ? TurnMatchKind.Moved : found.Place.Kind,
            turn,
            found.Turns.Find(before => before.Number == turn.Number - 1),
            found.Turns.Find(after => after.Number == last + 1),
            edition.ToSpeakers(),
            StoredJson.Read<List<SponsorRead>>(detail.Sponsors),
            StoredJson.Read<List<Note>>(detail.Notes),
            await SectionsOfAsync(connection, edition, cancellationToken),
            edition.TimedMediaUrl)
        {
            Recording = edition.ToRecording(),
            Quote = found.Quote,
            Earlier = found.Place.Earlier,
        };
    }

    public Task<RememberedTurn?> RecallTurnAsync(EpisodeSlug slug, TurnId id, CancellationToken cancellationToken) => store.ReadAsync(
        async connection =>
            (await SqlTurnMemory.RecallAsync(connection, slug, id, cancellationToken)).FirstOrDefault(turn => turn.Id.Hash == id.Hash),
        cancellationToken);

    /// <summary>Finds the place of the link's turn: by its hash, else by remembered turns, else by the hash of edited beginnings.</summary>
    private async Task<Place> PlaceAsync(
        DbConnection connection, EditionRow edition, EpisodeSlug slug, TurnId id, CancellationToken cancellationToken)
    {
        var remembered = await SqlTurnMemory.RecallAsync(connection, slug, id, cancellationToken);
        var same = await NearestAsync(connection, edition, id, cancellationToken);
        var another = same is null ? null : await AnotherNearerAsync(connection, same, id, remembered, cancellationToken);
        if (same is not null && another is null)
        {
            var kind = same.Number == id.Number ? TurnMatchKind.Exact : TurnMatchKind.Moved;
            return new(same.BodyId, same.Language, kind, same.Number, null, remembered);
        }

        PlaceRow? heir = null;
        var earlier = await SqlTurnMemory.LastHeirAsync(
            connection,
            slug,
            id,
            async next => (heir = await NearestAsync(connection, edition, next, cancellationToken)) is not null,
            cancellationToken);
        if (heir is not null)
        {
            return new(heir.BodyId, heir.Language, TurnMatchKind.Edited, heir.Number, earlier, remembered);
        }

        if (same is not null)
        {
            return new(same.BodyId, same.Language, TurnMatchKind.Edited, same.Number, another, remembered);
        }

        if (earlier is not null)
        {
            return new(edition.BodyId, edition.EditionLanguage, TurnMatchKind.Edited, null, earlier, remembered);
        }

        var opening = TurnOpening.Find(
            await TurnsAroundAsync(connection, edition.BodyId, id.Number, TurnOpening.Near, cancellationToken), id);
        return new(edition.BodyId, edition.EditionLanguage, TurnMatchKind.Edited, opening?.Number ?? id.Number, null, remembered);
    }

    /// <summary>A remembered turn with the same beginning nearer to the link's number, which may be the one linked.</summary>
    private async Task<RememberedTurn?> AnotherNearerAsync(
        DbConnection connection,
        PlaceRow same,
        TurnId id,
        IReadOnlyList<RememberedTurn> remembered,
        CancellationToken cancellationToken)
    {
        var earlier = remembered.FirstOrDefault(turn => turn.Id.Hash == id.Hash);
        return earlier is not null
            && Math.Abs(earlier.Id.Number - id.Number) <= Math.Abs(same.Number - id.Number)
            && !earlier.Resembles((await store.Turns.OfAsync(connection, same.BodyId, same.Number, same.Number, cancellationToken))[0])
            ? earlier
            : null;
    }

    /// <summary>Finds the words of the link in any turn and edition; else the nearest passage.</summary>
    private async Task<FoundTurns?> FindWordsAsync(
        DbConnection connection,
        EditionRow edition,
        Place place,
        TurnId id,
        CitedWords cited,
        CancellationToken cancellationToken)
    {
        // The usual case: the words are where the link says. Turns without words may be between.
        var near = await TurnsAroundAsync(connection, place.BodyId, place.Number ?? id.Number, 2 * (cited.TurnsOn + 1), cancellationToken);
        if (place.Number is { } number && IndexOf(near, number) is { } here && QuotationFinder.InPlace(near, here, cited) is { } inPlace)
        {
            return new(place, near, number) { Quote = inPlace };
        }

        var turns = await store.Turns.OfAsync(connection, place.BodyId, 1, int.MaxValue, cancellationToken);
        var at = IndexOf(turns, place.Number ?? Math.Min(id.Number, turns.Count));
        if (at is { } start && place.Number is { } known)
        {
            var quote = QuotationFinder.Find(turns, start, cited, id, place.Remembered);
            if (quote is { IsQuotation: true })
            {
                return new(place, turns, quote.Passages[0].Turn.Number) { Quote = quote };
            }

            return await ElsewhereAsync() ?? new(place, turns, quote?.Passages[0].Turn.Number ?? known) { Quote = quote };
        }

        return at is { } nearest && QuotationFinder.Anywhere(turns, nearest, cited) is { } moved
            ? new(place, turns, moved.Passages[0].Turn.Number) { Quote = moved }
            : await ElsewhereAsync();

        // A link may have no edition, and the default edition changes with the files.
        async Task<FoundTurns?> ElsewhereAsync()
        {
            const string sql = """
                SELECT    body.id       AS BodyId,
                          body.language AS Language
                FROM      body
                WHERE     body.episode_id = @Id
                AND       body.id <> @BodyId
                ORDER  BY body.ordinal
                """;
            var others = await connection.QueryAsync<PlaceRow>(
                new CommandDefinition(sql, new { edition.Id, place.BodyId }, cancellationToken: cancellationToken));
            foreach (var other in cited.Hash is null ? [] : others)
            {
                var theirs = await store.Turns.OfAsync(connection, other.BodyId, 1, int.MaxValue, cancellationToken);
                if (IndexOf(theirs, Math.Min(id.Number, theirs.Count)) is { } index && QuotationFinder.Anywhere(theirs, index, cited) is { } quote)
                {
                    return new(place with { BodyId = other.BodyId, Language = other.Language }, theirs, quote.Passages[0].Turn.Number)
                    {
                        Quote = quote,
                    };
                }
            }

            return null;
        }
    }

    private static int? IndexOf(List<Turn> turns, int number) => turns.FindIndex(turn => turn.Number == number) is >= 0 and var index ? index : null;

    /// <summary>Reads the turn with the number and those around it.</summary>
    private Task<List<Turn>> TurnsAroundAsync(
        DbConnection connection, long bodyId, int number, int further, CancellationToken cancellationToken) =>
        store.Turns.OfAsync(connection, bodyId, number - 1 - further, (int)Math.Min(int.MaxValue, number + 1L + further), cancellationToken);

    /// <summary>
    /// Finds the turn with the hash nearest to the number. A link may have no edition: where this one does not have the words, another is
    /// searched.
    /// </summary>
    private async Task<PlaceRow?> NearestAsync(DbConnection connection, EditionRow edition, TurnId id, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT    id AS BodyId, language
            FROM      body
            WHERE     episode_id = @Id
            ORDER  BY id <> @BodyId, ordinal
            """;
        var bodies = await connection.QueryAsync<PlaceRow>(
            new CommandDefinition(sql, new { edition.Id, edition.BodyId }, cancellationToken: cancellationToken));
        foreach (var body in bodies.AsList())
        {
            if (await store.Turns.NearestAsync(connection, body.BodyId, id, cancellationToken) is { } number)
            {
                return body with { Number = number };
            }
        }

        return null;
    }

    /// <param name="Number">Number of the turn; null where its words were removed.</param>
    /// <param name="Earlier">The former turn, where it is remembered.</param>
    /// <param name="Remembered">Remembered turns with the link's hash or near its number.</param>
    private sealed record Place(
        long BodyId, string Language, TurnMatchKind Kind, int? Number, RememberedTurn? Earlier, IReadOnlyList<RememberedTurn> Remembered);

    /// <param name="Turns">The turn with the number, and those around it.</param>
    private sealed record FoundTurns(Place Place, List<Turn> Turns, int Number)
    {
        public Quotation? Quote { get; init; }
    }

    private sealed record PlaceRow
    {
        public long BodyId { get; init; }

        public string Language { get; init; } = "";

        public int Number { get; init; }
    }
}
