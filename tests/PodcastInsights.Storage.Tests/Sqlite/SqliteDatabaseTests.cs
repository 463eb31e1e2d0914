using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.Sql;
using PodcastInsights.Storage.Sqlite;

namespace PodcastInsights.Storage.Tests.Sqlite;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string File => folder.File("library.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_missing_file_is_made_with_its_folders()
    {
        using var database = new SqliteDatabase(folder.File("new/folder/library.db"));

        await OpenAsync(database);

        Assert.True(System.IO.File.Exists(database.Path));
    }

    [Fact]
    public async Task Reading_connections_cannot_write()
    {
        using var database = new SqliteDatabase(File);
        await using var connection = await database.OpenReaderAsync(CancellationToken.None);

        var refused = await Assert.ThrowsAsync<SqliteException>(() => connection.ExecuteAsync("DELETE FROM episode"));

        Assert.Equal(8, refused.SqliteErrorCode); // SQLITE_READONLY
    }

    [Fact]
    public async Task Reading_does_not_wait_for_a_writer()
    {
        using var database = new SqliteDatabase(File);
        await using var writer = await database.OpenWriterAsync(CancellationToken.None);
        await using var transaction = writer.Connection.BeginTransaction(deferred: false);
        await writer.Connection.ExecuteAsync("DELETE FROM episode");

        Assert.Equal(0, (await new SqlEpisodeReader(database).ListAsync(new EpisodeListQuery(), CancellationToken.None)).Total);
    }

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

    [Fact]
    public async Task Another_applications_database_is_refused_and_left_as_it_was()
    {
        await ExecuteAsync(File, "CREATE TABLE theirs (x)");
        var before = await System.IO.File.ReadAllBytesAsync(File);

        Assert.Equal(LibraryProblem.Foreign, (await RefusedAsync()).Problem);
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_was()
    {
        var text = string.Concat(Enumerable.Repeat("Dear diary, ", 1000));
        await System.IO.File.WriteAllTextAsync(File, text);

        Assert.Equal(LibraryProblem.NotADatabase, (await RefusedAsync()).Problem);
        Assert.Equal(text, await System.IO.File.ReadAllTextAsync(File));
    }

    [Theory]
    [InlineData("cut off")]
    [InlineData("overwritten")]
    public async Task A_damaged_database_is_refused(string damage)
    {
        using (var database = new SqliteDatabase(File))
        {
            await new SqlLibraryWriter(database).WriteAsync(new Sample("Talk").Build(), CancellationToken.None);
            await new SqlLibraryWriter(database).CompleteAsync(CancellationToken.None);
        }

        await using (var stream = new FileStream(File, FileMode.Open))
        {
            if (damage == "cut off")
            {
                stream.SetLength(stream.Length / 2);
            }
            else
            {
                stream.Position = stream.Length / 2;
                await stream.WriteAsync(Enumerable.Repeat((byte)0xA5, 8 * 4096).ToArray());
            }
        }

        Assert.Equal(LibraryProblem.Damaged, (await RefusedAsync()).Problem);
    }

    [Fact]
    public async Task A_folder_in_the_files_place_is_refused()
    {
        Directory.CreateDirectory(File);

        Assert.Equal(LibraryProblem.Inaccessible, (await RefusedAsync()).Problem);
    }

    [Theory]
    [InlineData("no database", "foreign")]
    [InlineData("another application's", "foreign")]
    [InlineData("cut off", "damaged")]
    public async Task A_file_that_cannot_be_used_is_set_aside_whole_and_the_store_rebuilt(string what, string kind)
    {
        await (what switch
        {
            "no database" => System.IO.File.WriteAllTextAsync(File, string.Concat(Enumerable.Repeat("Dear diary, ", 1000))),
            "cut off" => System.IO.File.WriteAllBytesAsync(File, (await System.IO.File.ReadAllBytesAsync(await ScriptedAsync(2)))[..8192]),
            _ => ExecuteAsync(File, "CREATE TABLE theirs (x)"),
        });
        var before = await System.IO.File.ReadAllBytesAsync(File);
        using var database = new SqliteDatabase(File);

        var moved = await StoreOf(database).EnsureUsableAsync(CancellationToken.None);
        await new SqlLibraryWriter(database).WriteAsync(new Sample("Talk").Build(), CancellationToken.None);

        Assert.Equal(folder.File($"library.{kind}-20310203-142530.db"), moved!.Place);
        Assert.Contains(File, moved.Reason.Message, StringComparison.Ordinal);
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(moved.Place));
        Assert.NotNull(await new SqlEpisodeReader(database).FindAsync(EpisodeSlug.From("Talk"), null, CancellationToken.None));
        Assert.Null(await StoreOf(database).EnsureUsableAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_newer_file_is_never_set_aside()
    {
        await ExecuteAsync(await ScriptedAsync(SqliteSchema.Current.Version), "PRAGMA user_version = 99");
        using var database = new SqliteDatabase(File);
        await Assert.ThrowsAsync<UnusableLibraryException>(() => StoreOf(database).EnsureUsableAsync(CancellationToken.None));
        Assert.Equal(["library.db"], Directory.GetFiles(Path.GetDirectoryName(File)!, "*.db").Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_file_that_is_deleted_while_it_is_in_use_is_missed_by_readers_and_writers_and_not_made_again_beneath_them()
    {
        using var database = new SqliteDatabase(File);
        await new SqlLibraryWriter(database).WriteAsync(new Sample("Talk").Build(), CancellationToken.None);
        System.IO.File.Delete(File);

        var missed = await Assert.ThrowsAsync<UnusableLibraryException>(
            () => new SqlEpisodeReader(database).ListAsync(new EpisodeListQuery(), CancellationToken.None));
        Assert.Equal((LibraryProblem.Gone, true), (missed.Problem, missed.CanBeSetAside));
        await Assert.ThrowsAsync<UnusableLibraryException>(
            () => new SqlLibraryWriter(database).WriteAsync(new Sample("Talk").Build(), CancellationToken.None));
        Assert.False(System.IO.File.Exists(File));

        using var next = new SqliteDatabase(File);
        Assert.Null(await StoreOf(next).EnsureUsableAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_full_disk_is_named_and_what_was_written_before_can_be_read()
    {
        using var database = new SqliteDatabase(File);
        await new SqlLibraryWriter(database).WriteAsync(new Sample("Talk").Build(), CancellationToken.None);
        await using (var writer = await database.OpenWriterAsync(CancellationToken.None))
        {
            // As on a disk without a free page; the connection is the next writer's too.
            await writer.Connection.ExecuteAsync("PRAGMA max_page_count = 1");
        }

        var large = new Sample("Large") { Turns = [("Mina Host", [string.Concat(Enumerable.Repeat("It held on and on. ", 50_000))])] };
        var full = await Assert.ThrowsAsync<UnusableLibraryException>(
            () => new SqlLibraryWriter(database).WriteAsync(large.Build(), CancellationToken.None));
        Assert.Equal((LibraryProblem.Full, false), (full.Problem, full.CanBeSetAside));
        Assert.Contains(File, full.Message, StringComparison.Ordinal);

        Assert.NotNull(await new SqlEpisodeReader(database).FindAsync(EpisodeSlug.From("Talk"), null, CancellationToken.None));
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2031, 2, 3, 14, 25, 30, TimeSpan.Zero);
    }

    private static SqliteLibraryStore StoreOf(SqliteDatabase database) => new(database, new StoppedClock());

    private static async Task OpenAsync(SqliteDatabase database)
    {
        await using var connection = await database.OpenReaderAsync(CancellationToken.None);
    }

    private async Task<UnusableLibraryException> RefusedAsync()
    {
        using var database = new SqliteDatabase(File);
        return await Assert.ThrowsAsync<UnusableLibraryException>(() => OpenAsync(database));
    }

    private async Task<string> ScriptedAsync(int version)
    {
        using var database = new SqliteDatabase(File, SqliteSchema.Current.At(version));
        await OpenAsync(database);
        return File;
    }

    private static async Task ExecuteAsync(string path, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.ExecuteAsync(sql);
    }
}
