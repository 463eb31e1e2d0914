using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Writes each episode in one transaction: whoever reads meanwhile sees the old one whole or the new one whole.</summary>
public sealed class SqliteLibraryWriter(SqliteDatabase database) : ILibraryWriter
{
    public async Task<IReadOnlyList<StoredEpisode>> StoredEpisodesAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT    slug, content_hash, show, sources, speakers
            FROM      episode
            JOIN      edition ON edition.episode_id = episode.id
            ORDER  BY episode.id, edition.ordinal
            """;
        var rows = Enumerable.Empty<(string Slug, string ContentHash, string? Show, string Sources, string Speakers)>();
        await ExplainingAsync(async () =>
        {
            await using var connection = await database.OpenReaderAsync(cancellationToken);
            rows = await connection.QueryAsync<(string, string, string?, string, string)>(new CommandDefinition(
                sql, cancellationToken: cancellationToken));
        });
        return rows
            .GroupBy(row => (row.Slug, row.ContentHash, row.Show, row.Sources))
            .Select(editions => new StoredEpisode(
                EpisodeSlug.From(editions.Key.Slug),
                editions.Key.ContentHash,
                editions.Key.Show,
                editions
                    .SelectMany(edition => StoredJson.Read<List<Speaker>>(edition.Speakers))
                    .DistinctBy(speaker => speaker.Name)
                    .ToList(),
                StoredJson.Read<List<EpisodeSource>>(editions.Key.Sources)))
            .ToList();
    }

    public async Task WriteAsync(ImportedEpisode episode, CancellationToken cancellationToken)
    {
        var merge = new EditionMerge(episode);
        await InTransactionAsync(
            async connection =>
            {
                await SqliteEpisodePast.BeforeWritingAsync(connection, merge, cancellationToken);
                await DeleteAsync(connection, episode.Slug, cancellationToken);
                var episodeId = await InsertEpisodeAsync(connection, merge, episode.ContentHash, cancellationToken);
                await SqliteBodyWriter.InsertAsync(connection, episodeId, merge, cancellationToken);
            },
            cancellationToken);
    }

    public Task RemoveAsync(EpisodeSlug slug, CancellationToken cancellationToken) =>
        InTransactionAsync(
        async connection =>
        {
            await SqliteEpisodePast.BeforeRemovingAsync(connection, slug, cancellationToken);
            await DeleteAsync(connection, slug, cancellationToken);
        },
        cancellationToken);

    public Task CompleteAsync(CancellationToken cancellationToken) => WritingAsync(
        async connection =>
        {
            await SqliteSearchWriter.CompleteAsync(connection, cancellationToken);
            await SqliteTurnMemory.ForgetAsync(connection, cancellationToken);

            // The log goes back into the file at once: otherwise every reader until the next import would look in both.
            const string sql = """
                PRAGMA optimize;
                PRAGMA wal_checkpoint (TRUNCATE);
                """;
            await connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: cancellationToken));
        },
        cancellationToken);

    private Task InTransactionAsync(Func<SqliteConnection, Task> write, CancellationToken cancellationToken) => WritingAsync(
        async connection =>
        {
            await using var transaction = connection.BeginTransaction(deferred: false);
            await write(connection);
            await transaction.CommitAsync(cancellationToken);
        },
        cancellationToken);

    private Task WritingAsync(Func<SqliteConnection, Task> write, CancellationToken cancellationToken) => ExplainingAsync(async () =>
    {
        await using var writer = await database.OpenWriterAsync(cancellationToken);
        await write(writer.Connection);
    });

    /// <exception cref="UnusableDatabaseException">Not a statement was wrong but the file or its disk.</exception>
    private async Task ExplainingAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (SqliteException error) when (database.ProblemBehind(error) is { } unusable)
        {
            throw unusable;
        }
    }

    private static async Task DeleteAsync(DbConnection connection, EpisodeSlug slug, CancellationToken cancellationToken)
    {
        await SqliteSearchWriter.DeleteAsync(connection, slug, cancellationToken);

        // Everything else of the episode goes with its row, by its foreign keys.
        const string sql = """
            DELETE FROM episode
            WHERE  slug = @slug
            """;
        await connection.ExecuteAsync(new CommandDefinition(sql, new { slug = slug.Value }, cancellationToken: cancellationToken));
    }

    private static async Task<long> InsertEpisodeAsync(
        DbConnection connection, EditionMerge merge, string contentHash, CancellationToken cancellationToken)
    {
        const string insertEpisode = """
            INSERT INTO episode ( slug,  content_hash,  titles,  show,  guests,  topics,  published_on,  duration_seconds,
                                  media_url,  last_start_ms,  turn_count,  word_count,  sources,  title_key,  name_keys)
            VALUES              (@slug, @contentHash,  @titles, @show, @guests, @topics, @publishedOn,  @durationSeconds,
                                 @mediaUrl,  @lastStartMs,   @turnCount,  @wordCount,  @sources, @titleKey,  @nameKeys)
            RETURNING id
            """;
        const string insertDetail = """
            INSERT INTO episode_detail ( episode_id,  about,  description,  diagnostics,  metadata)
            VALUES                     (@episodeId,  @about, @description, @diagnostics, @metadata)
            """;
        const string insertTopic = """
            INSERT INTO episode_topic ( topic_slug,  episode_id,  name)
            VALUES                    (@topicSlug,  @episodeId,  @name)
            """;
        var summary = merge.Summary;
        var episodeId = await connection.ExecuteScalarAsync<long>(new CommandDefinition(insertEpisode, new
        {
            slug = summary.Slug.Value,
            contentHash,
            titles = StoredJson.Write(summary.Titles),
            show = summary.Show,
            guests = StoredJson.Write(summary.Guests),
            topics = StoredJson.Write(summary.Topics),
            publishedOn = summary.PublishedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            durationSeconds = summary.DurationSeconds,
            mediaUrl = summary.MediaUrl,
            lastStartMs = merge.Bodies[0].Turns.LastStart()?.Milliseconds,
            turnCount = summary.TurnCount,
            wordCount = summary.WordCount,
            sources = StoredJson.Write(summary.Sources),
            titleKey = NameKey.Of(DefaultTitle(summary)),
            nameKeys = string.Join('\n', summary.Titles.Values.Concat(summary.Guests).Select(NameKey.Of)),
        }, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(insertDetail, new
        {
            episodeId,
            about = StoredJson.Write(merge.About),
            description = merge.Description,
            diagnostics = StoredJson.Write(merge.Diagnostics),
            metadata = StoredJson.Write(merge.Metadata),
        }, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            insertTopic,
            summary.Topics.DistinctBy(EpisodeSlug.From).Select(name => new { topicSlug = EpisodeSlug.From(name).Value, episodeId, name }),
            cancellationToken: cancellationToken));
        return episodeId;
    }

    private static string DefaultTitle(EpisodeSummary summary) =>
        summary.Titles.TryGetValue(summary.Sources[0].Language, out var title) ? title : summary.Titles.First().Value;
}
