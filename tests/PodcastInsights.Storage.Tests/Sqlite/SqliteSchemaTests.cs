using Dapper;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.Sql;
using PodcastInsights.Storage.Sqlite;

namespace PodcastInsights.Storage.Tests.Sqlite;

/// <summary>Databases of other versions of the schema.</summary>
public sealed class SqliteSchemaTests : SqliteFileTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task An_older_schema_is_brought_up_to_date(int version)
    {
        using (var old = new SqliteDatabase(File, SqliteSchema.Current.At(version)))
        {
            await OpenAsync(old);
        }

        using var database = new SqliteDatabase(File);
        await new SqlLibraryWriter(database).WriteAsync(new Sample("Talk").Build(), CancellationToken.None);

        await using var connection = await database.OpenReaderAsync(CancellationToken.None);
        Assert.Equal(SqliteSchema.Current.Version, await connection.ExecuteScalarAsync<int>("PRAGMA user_version"));
    }

    [Fact]
    public async Task What_was_stored_before_there_were_feeds_is_no_news_in_them()
    {
        await ExecuteAsync(
            await ScriptedAsync(14),
            """
            INSERT INTO episode (slug, content_hash, titles, guests, topics, published_on, turn_count, word_count, sources, title_key, name_keys)
            VALUES ('talk', 'h', '{"en":"Talk"}', '[]', '[]', '2020-05-06', 0, 0, '[]', 'talk', 'talk')
            """);
        using var database = new SqliteDatabase(File);
        var feeds = new SqlFeedReader(database);
        var slug = EpisodeSlug.From("Talk");

        var migrated = (await feeds.StampsAsync([slug], CancellationToken.None))[slug];
        await new SqlLibraryWriter(database).WriteAsync(new Sample("Talk").Build(), CancellationToken.None);
        var read = (await feeds.StampsAsync([slug], CancellationToken.None))[slug];

        var noon = new DateTime(2020, 5, 6, 12, 0, 0, DateTimeKind.Utc);
        Assert.Equal(("talk", true, noon, noon), (migrated.Origin, migrated.IsEarly, migrated.ArrivedAt, migrated.UpdatedAt));
        Assert.Equal((noon, null), (read.UpdatedAt, read.LatestAt));
        Assert.All(read.Spoken.Bodies.Single().Turns, turn => Assert.Null(turn.ChangedAt));
    }

    [Fact]
    public async Task A_migration_keeps_what_is_stored()
    {
        await ExecuteAsync(
            await ScriptedAsync(1),
            """
            INSERT INTO episode (slug, content_hash, titles, guests, topics, turn_count, word_count, sources, title_key, name_keys)
            VALUES ('kept', 'h', '{"en":"Kept"}', '[]', '[]', 0, 0, '[]', 'kept', 'kept')
            """);

        using var database = new SqliteDatabase(File);

        var episodes = await new SqlEpisodeReader(database).ListAsync(new EpisodeListQuery(), CancellationToken.None);
        Assert.Equal([EpisodeSlug.From("kept")], episodes.Items.Select(episode => episode.Slug));
    }

    [Fact]
    public async Task An_episode_that_was_stored_before_speakers_were_listed_is_read_again()
    {
        await ExecuteAsync(
            await ScriptedAsync(3),
            """
            INSERT INTO episode (id, slug, content_hash, titles, guests, topics, turn_count, word_count, sources, title_key, name_keys)
            VALUES (1, 'old', 'h', '{"en":"Old"}', '[]', '[]', 0, 0, '[]', 'old', 'old');

            INSERT INTO body (id, episode_id, ordinal, language)
            VALUES (1, 1, 0, 'en');

            INSERT INTO edition (episode_id, language, ordinal, body_id, speakers, takeaways, sponsors, notes)
            VALUES (1, 'en', 0, 1, '[]', '[]', '[]', '[]');

            INSERT INTO appearance (speaker_slug, episode_id, body_id, name, turn_count, word_count)
            VALUES ('ada-byron', 1, 1, 'Ada Byron', 2, 9);
            """);

        using var database = new SqliteDatabase(File);

        var stored = await new SqlLibraryWriter(database).StoredEpisodesAsync(CancellationToken.None);
        Assert.Equal([""], stored.Select(episode => episode.ContentHash));
        var ada = await new SqlEpisodeReader(database).FindSpeakerAsync(EpisodeSlug.From("Ada Byron"), 1, 10, false, CancellationToken.None);
        Assert.Equal(2, ada!.TurnCount);
    }

    [Fact]
    public async Task An_episode_that_was_stored_with_keys_of_its_names_is_not_read_again()
    {
        await ExecuteAsync(
            await ScriptedAsync(14),
            """
            INSERT INTO episode (id, slug, content_hash, titles, guests, topics, turn_count, word_count, sources, title_key, name_keys)
            VALUES (1, 'talk', 'h', '{"en":"Talk"}', '["Ada Byron"]', '[]', 0, 0, '[]', 'talk', 'talk' || char(10) || 'ada byron');

            INSERT INTO episode_import (episode_id, files, members, people)
            VALUES (1, '[]', '{"show":"Night Talks","titleKeys":["talk"],"editions":[],"bodies":[]}', 'p');
            """);

        using var database = new SqliteDatabase(File);

        var stored = Assert.Single(await new SqlLibraryWriter(database).StoredEpisodesAsync(CancellationToken.None));
        Assert.Equal(("h", "Night Talks", "p"), (stored.ContentHash, stored.Cast!.Show, stored.People));
        var episodes = await new SqlEpisodeReader(database).ListAsync(new EpisodeListQuery(), CancellationToken.None);
        Assert.Equal([["Ada Byron"]], episodes.Items.Select(episode => episode.Guests));
    }

    [Fact]
    public async Task A_newer_schema_is_refused_and_named()
    {
        await ExecuteAsync(await ScriptedAsync(SqliteSchema.Current.Version), "PRAGMA user_version = 99");

        var refused = await RefusedAsync();

        Assert.Equal(LibraryProblem.Newer, refused.Problem);
        Assert.Contains(File, refused.Message, StringComparison.Ordinal);
        Assert.Contains("version 99", refused.Message, StringComparison.Ordinal);
    }
}
