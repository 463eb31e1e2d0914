using System.Data.Common;
using System.Globalization;
using Dapper;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Storage.Sql;

/// <summary>Reads the reports on files. Filters are applied to rows as they are read, so that a page reads a bounded number of rows.</summary>
internal sealed class SqlImportReports(ISqlStore store) : IImportReports
{
    /// <summary>Largest number of rows read for one page.</summary>
    private const int MostRead = 5_000;

    /// <summary>Number of rows in one query.</summary>
    private const int Chunk = 500;

    private const string Columns = "path AS Path, episode AS Episode, format AS Format, turns AS Turns, skipped AS Skipped, kinds AS Kinds";

    public async Task<StoredImport?> LastAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT report
            FROM   import_report
            """;
        var report = await store.ReadAsync(
            connection => connection.QueryFirstOrDefaultAsync<string>(new CommandDefinition(sql, cancellationToken: cancellationToken)),
            cancellationToken);
        return report is null ? null : StoredJson.Read<StoredImport>(report);
    }

    public async Task<Part<StoredFileReport>> FilesAsync(
        FileFilter filter, string? after, int most, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT   {Columns}
            FROM     file_report
            WHERE    path > @after
            ORDER BY path
            LIMIT    @chunk
            """;
        // No path contains NUL, and some databases refuse it.
        var (found, from, read) = (new List<StoredFileReport>(), after?.Replace("\0", "", StringComparison.Ordinal) ?? "", 0);
        while (read < MostRead)
        {
            var start = from;
            var rows = await store.ReadAsync(
                async connection => (await connection.QueryAsync<Row>(new CommandDefinition(
                    sql, new { after = start, chunk = Chunk }, cancellationToken: cancellationToken))).AsList(),
                cancellationToken);
            foreach (var report in rows.Select(row => row.Report()))
            {
                if (filter.Keeps(report))
                {
                    if (found.Count == most)
                    {
                        return new Part<StoredFileReport>(found, from);
                    }

                    found.Add(report);
                }

                from = report.Path;
            }

            if (rows.Count < Chunk)
            {
                return new Part<StoredFileReport>(found, null);
            }

            read += rows.Count;
        }

        return new Part<StoredFileReport>(found, from);
    }

    public async Task<Part<Diagnostic>> MergedNamesAsync(string? after, int most, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT   episode_id, merged
            FROM     episode_detail
            WHERE    merged <> '[]'
            AND      episode_id > @first
            ORDER BY episode_id
            LIMIT    @limit
            """;
        var first = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        var rows = await store.ReadAsync(
            async connection => (await connection.QueryAsync<(long Id, string Merged)>(new CommandDefinition(
                sql, new { first, limit = most + 1 }, cancellationToken: cancellationToken))).AsList(),
            cancellationToken);
        return new Part<Diagnostic>(
            [.. rows.Take(most).SelectMany(row => StoredJson.Read<List<Diagnostic>>(row.Merged))],
            rows.Count > most ? rows[most - 1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    public static async Task<IReadOnlyDictionary<string, string>> StampsAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT path, stamp
            FROM   file_report
            """;
        var rows = await connection.QueryAsync<(string Path, string Stamp)>(new CommandDefinition(sql, cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.Path, row => row.Stamp, StringComparer.Ordinal);
    }

    public static async Task KeepAsync(DbConnection connection, IReadOnlyCollection<StoredFileReport> files, CancellationToken cancellationToken)
    {
        const string insert = """
            INSERT INTO file_report (path, stamp, episode, format, turns, skipped, kinds)
            VALUES
            """;

        // Of several reports on a file, the last one counts.
        var last = files.GroupBy(static file => file.Path, StringComparer.Ordinal).Select(static reports => reports.Last()).ToList();
        await ForgetAsync(connection, last.ConvertAll(static file => file.Path));
        await SqlRows.InsertAsync(
            connection,
            insert,
            [
                .. last.Select(file => new object?[]
                {
                    file.Path,
                    file.Stamp(),
                    file.Episode?.Value,
                    file.Format,
                    file.Turns,
                    file.Skipped?.ToString(),
                    StoredJson.Write(file.Kinds),
                }),
            ],
            cancellationToken);
    }

    public static Task ForgetAsync(DbConnection connection, IReadOnlyCollection<string> paths)
    {
        // One statement for each: PostgreSQL reads the whole table to find those of a list.
        const string sql = """
            DELETE FROM file_report
            WHERE  path = @path
            """;
        return connection.ExecuteAsync(sql, paths.Select(static path => new { path }));
    }

    public static async Task KeepImportAsync(DbConnection connection, ImportReport report, DateTime endedAt)
    {
        const string reports = $"""
            SELECT {Columns}
            FROM   file_report
            """;
        const string keep = """
            DELETE FROM import_report;

            INSERT INTO import_report ( report)
            VALUES                    (@report)
            """;
        var (files, failed) = (0, 0);
        var counts = new Dictionary<(DiagnosticSeverity, string), (int Files, int Count)>();
        foreach (var file in (await connection.QueryAsync<Row>(reports)).Select(row => row.Report()))
        {
            files++;
            failed += file.Failed ? 1 : 0;
            foreach (var kind in file.Kinds)
            {
                var before = counts.GetValueOrDefault((kind.Severity, kind.Code));
                counts[(kind.Severity, kind.Code)] = (before.Files + 1, before.Count + kind.Count);
            }
        }

        var stored = new StoredImport(
            endedAt,
            report.Elapsed.TotalSeconds,
            report.Written,
            report.Unchanged,
            report.Removed,
            files,
            failed,
            report.SkippedCount,
            [
                .. counts
                    .Select(count => new DiagnosticCount(count.Key.Item1, count.Key.Item2, count.Value.Files, count.Value.Count))
                    .OrderByDescending(count => count.Severity).ThenBy(count => count.Code, StringComparer.Ordinal),
            ]);
        await connection.ExecuteAsync(keep, new { report = StoredJson.Write(stored) });
    }

    private sealed record Row
    {
        public string Path { get; init; } = "";

        public string? Episode { get; init; }

        public string? Format { get; init; }

        public int Turns { get; init; }

        public string? Skipped { get; init; }

        public string Kinds { get; init; } = "";

        public StoredFileReport Report() => new(
            Path,
            Episode is null ? null : EpisodeSlug.From(Episode),
            Format,
            Turns,
            Skipped is null ? null : Enum.Parse<SkipReason>(Skipped),
            StoredJson.Read<List<DiagnosticKind>>(Kinds));
    }
}
