using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>One whole episode.</summary>
public sealed partial class SqliteEpisodeReader
{
    public async Task<Episode?> FindAsync(EpisodeSlug slug, string? language, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReaderAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: true);
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
            await TurnsOfAsync(connection, edition.BodyId, 1, int.MaxValue, cancellationToken),
            StoredJson.Read<List<Note>>(detail.Notes),
            await SectionsOfAsync(connection, edition, cancellationToken),
            DiagnosticsOf(edition, detail),
            StoredJson.Read<List<string>>(edition.Twins),
            edition.TimedMediaUrl)
        {
            Metadata = StoredJson.Read<List<MetadataPair>>(detail.Metadata),
        };
    }

    /// <summary>Those of the import, and that another episode has the same recording: that changes with the other one.</summary>
    private static List<Diagnostic> DiagnosticsOf(EditionRow edition, DetailRow detail)
    {
        var diagnostics = StoredJson.Read<List<Diagnostic>>(detail.Diagnostics);
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

    private static Task<DetailRow> FindDetailAsync(SqliteConnection connection, EditionRow edition, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT about, description, diagnostics, metadata, takeaways, sponsors, notes
            FROM   edition
            JOIN   episode_detail ON episode_detail.episode_id = edition.episode_id
            WHERE  edition.episode_id = @Id
            AND    edition.language   = @EditionLanguage
            """;
        return connection.QuerySingleAsync<DetailRow>(
            new CommandDefinition(sql, new { edition.Id, edition.EditionLanguage }, cancellationToken: cancellationToken));
    }

    private static async Task<List<Section>> SectionsOfAsync(
        SqliteConnection connection, EditionRow edition, CancellationToken cancellationToken)
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

    /// <summary>The turns from one number to another, both inclusive, with their paragraphs.</summary>
    private static async Task<List<Turn>> TurnsOfAsync(
        SqliteConnection connection, long bodyId, int first, int last, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT    number, hash, speaker,
                      speaker_inferred AS SpeakerInferred,
                      start_ms         AS StartMs
            FROM      turn
            WHERE     body_id = @bodyId
            AND       number BETWEEN @first AND @last
            ORDER  BY number;

            SELECT    turn.number AS TurnNumber, paragraph.text, paragraph.sponsor, paragraph.language, paragraph.markup,
                      paragraph.plain, paragraph.spans, paragraph.words,
                      paragraph.start_ms AS StartMs
            FROM      turn
            JOIN      paragraph ON paragraph.turn_id = turn.id
            WHERE     turn.body_id = @bodyId
            AND       turn.number BETWEEN @first AND @last
            ORDER  BY turn.number, paragraph.number;
            """;
        await using var answers = await connection.QueryMultipleAsync(
            new CommandDefinition(sql, new { bodyId, first, last }, cancellationToken: cancellationToken));
        var turns = await answers.ReadAsync<TurnRow>();
        var paragraphs = (await answers.ReadAsync<ParagraphRow>()).ToLookup(row => row.TurnNumber, row => row.ToParagraph());
        return turns.Select(row => row.ToTurn(paragraphs[row.Number].ToList())).ToList();
    }

    private static Timestamp? StartOf(long? milliseconds) => milliseconds is { } value ? new Timestamp(value) : null;

    private sealed record DetailRow
    {
        public string About { get; init; } = "";

        public string? Description { get; init; }

        public string Diagnostics { get; init; } = "";

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

    private sealed record TurnRow
    {
        public int Number { get; init; }

        public string Hash { get; init; } = "";

        public string? Speaker { get; init; }

        public bool SpeakerInferred { get; init; }

        public long? StartMs { get; init; }

        public Turn ToTurn(IReadOnlyList<Paragraph> paragraphs) =>
            new(StoredTurnId.Of(Number, Hash), Number, Speaker, SpeakerInferred, StartOf(StartMs), paragraphs);
    }

    private sealed record ParagraphRow
    {
        public int TurnNumber { get; init; }

        public string Text { get; init; } = "";

        public long? StartMs { get; init; }

        public bool Sponsor { get; init; }

        public string Language { get; init; } = "";

        public int Markup { get; init; }

        public string? Plain { get; init; }

        public string? Spans { get; init; }

        public int? Words { get; init; }

        public Paragraph ToParagraph() => new(
            Text,
            StartOf(StartMs),
            Sponsor,
            Language,
            (Markup)Markup == Core.Episodes.Markup.Markdown ? new MarkedText(Plain ?? Text, StoredSpans.Read(Spans)) : null,
            Words);
    }
}
