using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.Sql;
using PodcastInsights.Storage.Sqlite;

namespace PodcastInsights.Storage.Tests.Sqlite;

public sealed class SqliteDatabaseTests : SqliteFileTests
{
    [Fact]
    public async Task A_missing_file_is_made_with_its_folders()
    {
        using var database = new SqliteDatabase(Folder.File("new/folder/library.db"));

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

        Assert.Equal(Folder.File($"library.{kind}-20310203-142530.db"), moved!.Place);
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
}
