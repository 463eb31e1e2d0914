using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Files that an import passed over.</summary>
internal static class SqlitePassedOver
{
    public static async Task<IReadOnlyList<PassedOverFiles>> ListAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT slug, content_hash, files, skipped
            FROM   passed_over
            """;
        var rows = await connection.QueryAsync<(string Slug, string ContentHash, string Files, string Skipped)>(
            new CommandDefinition(sql, cancellationToken: cancellationToken));
        return rows
            .Select(row => new PassedOverFiles(
                EpisodeSlug.From(row.Slug),
                row.ContentHash,
                StoredJson.Read<List<SourceFile>>(row.Files),
                StoredJson.Read<List<SkippedFile>>(row.Skipped)))
            .ToList();
    }

    public static void Keep(SqliteConnection connection, PassedOverFiles files)
    {
        const string sql = """
            INSERT OR REPLACE INTO passed_over ( slug,  content_hash,  files,  skipped)
            VALUES                             (@slug, @contentHash,  @files, @skipped)
            """;
        connection.Execute(sql, new
        {
            slug = files.Slug.Value,
            contentHash = files.ContentHash,
            files = StoredJson.Write(files.Files),
            skipped = StoredJson.Write(files.Skipped),
        });
    }

    public static void Forget(SqliteConnection connection, EpisodeSlug slug)
    {
        const string sql = """
            DELETE FROM passed_over
            WHERE  slug = @slug
            """;
        connection.Execute(sql, new { slug = slug.Value });
    }
}
