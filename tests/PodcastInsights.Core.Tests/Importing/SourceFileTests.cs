using PodcastInsights.Core.Importing;

namespace PodcastInsights.Core.Tests.Importing;

/// <summary>When a file must be read to know what is in it.</summary>
public sealed class SourceFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("library");

    private string FullPath => Path.Combine(folder.FullName, "a.md");

    private LibraryFile Library => LibraryFile.Of(folder.FullName, FullPath);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_in_the_state_in_which_it_was_read_is_taken_for_what_it_was()
    {
        var before = new SourceFile("a.md", "digest of then", await WrittenAsync("Ada: One.\n"));

        Assert.Same(before, await LookAsync(before));
    }

    [Fact]
    public async Task One_in_another_state_is_hashed()
    {
        var before = new SourceFile("a.md", "digest of then", await WrittenAsync("Ada: One.\n"));
        File.SetLastWriteTimeUtc(FullPath, new DateTime(2020, 2, 3, 4, 5, 6, DateTimeKind.Utc));

        var seen = await LookAsync(before);

        Assert.NotEqual("digest of then", seen!.Digest);
        Assert.Equal(FileState.Of(FullPath), seen.State);
    }

    [Fact]
    public async Task A_file_with_the_size_and_time_of_another_is_told_from_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells inodes and times of change.");
        var state = await WrittenAsync("Ada: One.\n");
        await File.WriteAllTextAsync(FullPath + ".new", "Ada: Two.\n");
        File.SetLastWriteTimeUtc(FullPath + ".new", state.ModifiedAt);
        File.Move(FullPath + ".new", FullPath, overwrite: true);

        var other = FileState.Of(FullPath);

        Assert.Equal((state.Length, state.ModifiedAt), (other.Length, other.ModifiedAt));
        Assert.NotEqual(state.Inode, other.Inode);
    }

    [Fact]
    public async Task Asked_to_hash_everything_it_believes_no_state()
    {
        var before = new SourceFile("a.md", "digest of then", await WrittenAsync("Ada: One.\n"));

        var seen = await Reader(new ImportLimits { HashAll = true }).LookAtAsync(Library, before, TestContext.Current.CancellationToken);

        Assert.NotEqual("digest of then", seen!.Digest);
    }

    [Fact]
    public async Task A_file_that_was_just_changed_has_no_reliable_state()
    {
        await WrittenAsync("Ada: One.\n");
        var reader = new BoundedReader(ImportLimits.Default, TimeProvider.System);

        Assert.Null((await reader.ReadAsync(Library, TestContext.Current.CancellationToken)).Source!.State);
        Assert.NotNull((await Reader(ImportLimits.Default).ReadAsync(Library, TestContext.Current.CancellationToken)).Source!.State);
    }

    [Theory]
    [InlineData(-10, true)]
    [InlineData(-1, false)]  // The clock of a FAT volume has steps of two seconds.
    [InlineData(0, false)]
    [InlineData(3600, false)]  // A clock that is ahead says nothing.
    public void A_file_is_at_rest_when_its_times_are_behind_by_more_than_the_grain_of_its_clock(int seconds, bool atRest)
    {
        var now = new DateTime(2031, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        var longAgo = now.AddYears(-1);

        Assert.Equal(atRest, new FileState(1, now.AddSeconds(seconds), null, null).IsOlderThan(now));
        Assert.Equal(atRest, new FileState(1, now.AddSeconds(seconds), longAgo, 1).IsOlderThan(now));
        Assert.Equal(atRest, new FileState(1, longAgo, now.AddSeconds(seconds), 1).IsOlderThan(now));
    }

    private static BoundedReader Reader(ImportLimits limits) => new(limits, new LaterClock());

    private Task<SourceFile?> LookAsync(SourceFile before) =>
        Reader(ImportLimits.Default).LookAtAsync(Library, before, TestContext.Current.CancellationToken);

    private async Task<FileState> WrittenAsync(string text)
    {
        await File.WriteAllTextAsync(FullPath, text);
        return FileState.Of(FullPath);
    }

    private sealed class LaterClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddHours(1);
    }
}
