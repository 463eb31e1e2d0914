using System.Data.Common;
using Dapper;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Storage.Sql;

/// <summary>Files that an import passed over.</summary>
internal static class SqlPassedOver
{
    public static async Task<IReadOnlyList<PassedOverFiles>> ListAsync(DbConnection connection, CancellationToken cancellationToken)
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

    public static Task KeepAsync(DbConnection connection, PassedOverFiles files)
    {
        const string sql = """
            INSERT INTO passed_over ( slug,  content_hash,  files,  skipped)
            VALUES                  (@slug, @contentHash,  @files, @skipped)
            ON CONFLICT (slug) DO UPDATE SET content_hash = @contentHash, files = @files, skipped = @skipped
            """;
        return connection.ExecuteAsync(sql, new
        {
            slug = files.Slug.Value,
            contentHash = files.ContentHash,
            files = StoredJson.Write(files.Files),
            skipped = StoredJson.Write(files.Skipped),
        });
    }

    public static Task ForgetAsync(DbConnection connection, EpisodeSlug slug)
    {
        const string sql = """
            DELETE FROM passed_over
            WHERE  slug = @slug
            """;
        return connection.ExecuteAsync(sql, new { slug = slug.Value });
    }
}
