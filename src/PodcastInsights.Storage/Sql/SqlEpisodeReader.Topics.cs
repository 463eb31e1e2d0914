using Dapper;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Sql;

/// <summary>The topics of all episodes.</summary>
internal sealed partial class SqlEpisodeReader
{
    public async Task<IReadOnlyList<Topic>> TopicsAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT    min(name)  AS Name,
                      topic_slug AS Slug,
                      count(*)   AS EpisodeCount
            FROM      episode_topic
            GROUP  BY topic_slug
            ORDER  BY count(*) DESC, topic_slug
            """;
        var rows = await store.ReadAsync(
            connection => connection.QueryAsync<(string Name, string Slug, int EpisodeCount)>(new CommandDefinition(
                sql, cancellationToken: cancellationToken)),
            cancellationToken);
        return rows.Select(row => new Topic(row.Name, EpisodeSlug.From(row.Slug), row.EpisodeCount)).ToList();
    }

    public async Task<Topic?> FindTopicAsync(EpisodeSlug topic, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT    min(name)  AS Name,
                      count(*)   AS EpisodeCount
            FROM      episode_topic
            WHERE     topic_slug = @slug
            """;
        var (name, count) = await store.ReadAsync(
            connection => connection.QuerySingleAsync<(string Name, int EpisodeCount)>(new CommandDefinition(
                sql, new { slug = topic.Value }, cancellationToken: cancellationToken)),
            cancellationToken);
        return count == 0 ? null : new Topic(name, topic, count);
    }
}
