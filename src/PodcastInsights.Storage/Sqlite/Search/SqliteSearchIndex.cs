using System.Data.Common;
using Dapper;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Searches with FTS5: turns that hold all terms, best first by BM25.</summary>
public sealed class SqliteSearchIndex(SqliteDatabase database) : ISearchIndex
{
    public async Task<SearchResults> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.PageSize, 1);
        if (request.Query.IsEmpty)
        {
            return SearchResults.Empty(request);
        }

        await using var connection = await database.OpenReaderAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: true);
        var match = Print(request.Query);
        var facets = await FacetsAsync(connection, match, cancellationToken);
        var total = facets.Episodes.Sum(facet => facet.Count);
        var hits = total == 0 ? [] : await HitsAsync(connection, match, request, cancellationToken);
        return new SearchResults(total, request.Page, request.PageSize, null, hits, facets);
    }

    /// <summary>Terms as FTS5 strings side by side, which means all of them. In a string nothing is an operator.</summary>
    private static string Print(SearchQuery query) => string.Join(' ', query.Terms
        .Select(term => $"\"{string.Join(' ', term.Words).Replace("\"", "\"\"", StringComparison.Ordinal)}\"")
        .Distinct());

    private static async Task<List<SearchHit>> HitsAsync(
        DbConnection connection, string match, SearchRequest request, CancellationToken cancellationToken)
    {
        // Ids alone are sorted; the rows of the page are read afterwards, at once.
        const string best = """
            SELECT    rowid            AS Id,
                      bm25(turn_text)  AS Rank
            FROM      turn_text
            WHERE     turn_text MATCH @match
            ORDER  BY bm25(turn_text), rowid
            LIMIT     @limit OFFSET @offset
            """;
        const string rows = """
            SELECT    turn.id, turn.number, turn.hash, turn.speaker, episode.slug, episode.titles,
                      turn.start_ms        AS StartMs,
                      episode.published_on AS PublishedOn,
                      paragraph.number     AS Paragraph,
                      paragraph.text, paragraph.language
            FROM      turn
            JOIN      body      ON body.id           = turn.body_id
            JOIN      episode   ON episode.id        = body.episode_id
            JOIN      paragraph ON paragraph.turn_id = turn.id
            WHERE     turn.id IN @ids
            AND       NOT paragraph.sponsor
            ORDER  BY turn.id, paragraph.number
            """;
        var page = new { match, limit = request.PageSize, offset = (request.Page - 1L) * request.PageSize };
        var ranked = (await connection.QueryAsync<(long Id, double Rank)>(new CommandDefinition(best, page, cancellationToken: cancellationToken))).AsList();
        var paragraphs = (await connection.QueryAsync<HitRow>(
            new CommandDefinition(rows, new { ids = ranked.Select(hit => hit.Id) }, cancellationToken: cancellationToken))).ToLookup(row => row.Id);
        var marker = new TermMarker(request.Query);
        return ranked.Select(hit => ToHit(paragraphs[hit.Id], hit.Rank, marker)).ToList();
    }

    private static SearchHit ToHit(IEnumerable<HitRow> paragraphs, double rank, TermMarker marker)
    {
        var best = paragraphs.MaxBy(row => marker.DistinctTerms(row.Text))!;
        return new SearchHit(
            EpisodeSlug.From(best.Slug),
            StoredJson.Read<Dictionary<string, string>>(best.Titles),
            EpisodeSummaryRow.DateOf(best.PublishedOn),
            best.TurnId,
            best.Speaker,
            best.StartMs is { } start ? new Timestamp(start) : null,
            best.Paragraph,
            best.Language,
            marker.Snippet(best.Text),
            -rank);
    }

    private static async Task<SearchFacets> FacetsAsync(DbConnection connection, string match, CancellationToken cancellationToken)
    {
        const string speakers = """
            SELECT    min(turn.speaker) AS Name, turn.speaker_slug AS Slug, count(*) AS Count
            FROM      turn_text
            JOIN      turn ON turn.id = turn_text.rowid
            WHERE     turn_text MATCH @match
            AND       turn.speaker_slug IS NOT NULL
            GROUP  BY turn.speaker_slug
            ORDER  BY count(*) DESC, turn.speaker_slug
            """;
        const string episodes = """
            SELECT    episode.titles AS Name, episode.slug AS Slug, count(*) AS Count
            FROM      turn_text
            JOIN      turn    ON turn.id    = turn_text.rowid
            JOIN      body    ON body.id    = turn.body_id
            JOIN      episode ON episode.id = body.episode_id
            WHERE     turn_text MATCH @match
            GROUP  BY episode.id
            ORDER  BY count(*) DESC, episode.slug
            """;
        var bySpeaker = await connection.QueryAsync<FacetRow>(new CommandDefinition(speakers, new { match }, cancellationToken: cancellationToken));
        var byEpisode = await connection.QueryAsync<FacetRow>(new CommandDefinition(episodes, new { match }, cancellationToken: cancellationToken));
        return new SearchFacets(
            bySpeaker.Select(row => new Facet(row.Name, EpisodeSlug.From(row.Slug), row.Count)).ToList(),
            byEpisode.Select(row => new Facet(
                StoredJson.Read<Dictionary<string, string>>(row.Name).First().Value, EpisodeSlug.From(row.Slug), row.Count)).ToList());
    }

    private sealed record FacetRow
    {
        public string Name { get; init; } = "";

        public string Slug { get; init; } = "";

        public int Count { get; init; }
    }

    private sealed record HitRow
    {
        public long Id { get; init; }

        public int Number { get; init; }

        public string Hash { get; init; } = "";

        public string? Speaker { get; init; }

        public string Slug { get; init; } = "";

        public string Titles { get; init; } = "";

        public long? StartMs { get; init; }

        public string? PublishedOn { get; init; }

        public int Paragraph { get; init; }

        public string Text { get; init; } = "";

        public string Language { get; init; } = "";

        public TurnId TurnId => StoredTurnId.Of(Number, Hash);
    }
}
