using Npgsql;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>Inserts turns and their paragraphs by COPY, which takes rows as a stream of bytes.</summary>
internal sealed class PostgresEpisodeWriter(NpgsqlConnection connection, PostgresSegments segments) : SqlEpisodeWriter(connection)
{
    private readonly NpgsqlConnection connection = connection;

    public static async Task CopyAsync(
        NpgsqlConnection connection, string table, string columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {table} ({columns}) FROM STDIN (FORMAT binary)", cancellationToken);
        foreach (var row in rows)
        {
            await copy.WriteRowAsync(cancellationToken, row);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    public override void Dispose()
    {
        // Holds nothing but the connection, which is another's.
    }

    protected override async Task InsertTurnsAsync(
        IEnumerable<object?[]> turns, IEnumerable<object?[]> paragraphs, CancellationToken cancellationToken)
    {
        await CopyAsync(connection, "turn", TurnColumns, turns, cancellationToken);
        await CopyAsync(connection, "paragraph", ParagraphColumns, paragraphs, cancellationToken);
    }

    internal override Task InsertDocumentsAsync(int first, IReadOnlyList<DocumentRow> documents) => segments.AddAsync(connection, first, documents);
}
