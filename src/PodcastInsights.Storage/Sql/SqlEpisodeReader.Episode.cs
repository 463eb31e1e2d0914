using System.Data.Common;
using Dapper;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Sql;

/// <summary>One whole episode.</summary>
internal sealed partial class SqlEpisodeReader
{
    public Task<Episode?> FindAsync(EpisodeSlug slug, string? language, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => FindAsync(connection, slug, language, cancellationToken), cancellationToken);

    private async Task<Episode?> FindAsync(
        DbConnection connection, EpisodeSlug slug, string? language, CancellationToken cancellationToken)
    {
        if (await FindEditionAsync(connection, slug, language, cancellationToken) is not { } edition)
        {
            return null;
        }

        var detail = await FindDetailAsync(connection, edition, cancellationToken);
        return new Episode(
            edition.ToSummary(),
            edition.EditionLanguage,
            StoredJson.Read<Dictionary<string, string>>(detail.About),
            detail.Description,
            edition.ToSpeakers(),
            StoredJson.Read<List<Takeaway>>(detail.Takeaways),
            StoredJson.Read<List<SponsorRead>>(detail.Sponsors),
            await store.Turns.OfAsync(connection, edition.BodyId, 1, int.MaxValue, cancellationToken),
            StoredJson.Read<List<Note>>(detail.Notes),
            await SectionsOfAsync(connection, edition, cancellationToken),
            DiagnosticsOf(edition, detail),
            edition.ToTwins(),
            edition.TimedMediaUrl)
        {
            Recording = edition.ToRecording(),
            Relatives = edition.ToRelatives(),
            Metadata = StoredJson.Read<List<MetadataPair>>(detail.Metadata),
        };
    }

    /// <summary>The diagnostics of the import, and one where another episode has the same recording, which depends on that episode.</summary>
    private static List<Diagnostic> DiagnosticsOf(EditionRow edition, DetailRow detail)
    {
        var diagnostics = StoredJson.Read<List<Diagnostic>>(detail.Diagnostics);
        diagnostics.AddRange(StoredJson.Read<List<Diagnostic>>(detail.Merged));
        if (edition.MediaShared)
        {
            diagnostics.Add(new Diagnostic(
                DiagnosticSeverity.Warning,
                "media.shared",
                edition.ToSummary().Sources[0].Path,
                0,
                "Another episode has the same media link, so times do not link to it."));
        }

        return diagnostics;
    }

    private static Task<DetailRow> FindDetailAsync(DbConnection connection, EditionRow edition, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT about, description, diagnostics, merged, metadata, takeaways, sponsors, notes
            FROM   edition
            JOIN   episode_detail ON episode_detail.episode_id = edition.episode_id
            WHERE  edition.episode_id = @Id
            AND    edition.language   = @EditionLanguage
            """;
        return connection.QuerySingleAsync<DetailRow>(
            new CommandDefinition(sql, new { edition.Id, edition.EditionLanguage }, cancellationToken: cancellationToken));
    }

    private static async Task<List<Section>> SectionsOfAsync(
        DbConnection connection, EditionRow edition, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT    number, title,
                      start_ms    AS StartMs,
                      turn_number AS TurnNumber,
                      turn_hash   AS TurnHash
            FROM      section
            WHERE     edition_id = @EditionId
            ORDER  BY number
            """;
        var rows = await connection.QueryAsync<SectionRow>(
            new CommandDefinition(sql, new { edition.EditionId }, cancellationToken: cancellationToken));
        return rows.Select(row => row.ToSection()).ToList();
    }

    private static Timestamp? StartOf(long? milliseconds) => milliseconds is { } value ? new Timestamp(value) : null;

    private sealed record DetailRow
    {
        public string About { get; init; } = "";

        public string? Description { get; init; }

        public string Diagnostics { get; init; } = "";

        public string Merged { get; init; } = "";

        public string Metadata { get; init; } = "";

        public string Takeaways { get; init; } = "";

        public string Sponsors { get; init; } = "";

        public string Notes { get; init; } = "";
    }

    private sealed record SectionRow
    {
        public int Number { get; init; }

        public string Title { get; init; } = "";

        public long? StartMs { get; init; }

        public int TurnNumber { get; init; }

        public string TurnHash { get; init; } = "";

        public Section ToSection() => new(Number, Title, StartOf(StartMs), StoredTurnId.Of(TurnNumber, TurnHash));
    }
}
