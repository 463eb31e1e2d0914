using PodcastInsights.Core.Importing;

namespace PodcastInsights.Storage.Tests;

/// <summary>Which files an import opens and reads again.</summary>
public abstract class UnchangedFileContract(StoreEngine engine) : FolderContract(engine)
{
    private readonly LaterClock later = new();

    [Fact]
    public async Task A_file_that_was_at_rest_is_not_opened_again_unless_all_are_to_be()
    {
        Write("Ada Quill.md", "It held.");
        Assert.Equal((1, 0, 0, 0), Counts(await ImportAsync(later)));

        using var locked = new FileStream(Folder.File("Ada Quill.md"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal((0, 1, 0, 0), Counts(await ImportAsync(later)));
        Assert.Equal((0, 0, 0, 1), Counts(await ImportAsync(later, new ImportLimits { HashAll = true })));
    }

    [Fact]
    public async Task A_file_that_had_just_been_changed_is_hashed_once_more()
    {
        Write("Ada Quill.md", "It held.");
        Assert.Equal((1, 0, 0, 0), Counts(await ImportAsync(new EarlierClock())));

        // Sets the times back, as for a change within the clock's resolution.
        using (new FileStream(Folder.File("Ada Quill.md"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal((0, 0, 0, 1), Counts(await ImportAsync(later)));
        }

        Assert.Equal((0, 1, 0, 0), Counts(await ImportAsync(later)));
        using var locked = new FileStream(Folder.File("Ada Quill.md"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal((0, 1, 0, 0), Counts(await ImportAsync(later)));
    }

    [Fact]
    public async Task A_file_that_was_touched_or_copied_is_left_as_it_is()
    {
        Write("Ada Quill.md", "It held.");
        Write("Cy Ott.md", "It broke.");
        Assert.Equal((2, 0, 0, 0), Counts(await ImportAsync(later)));

        File.SetLastWriteTimeUtc(Folder.File("Ada Quill.md"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        File.Copy(Folder.File("Cy Ott.md"), Folder.File("copy.part"));
        File.Move(Folder.File("copy.part"), Folder.File("Cy Ott.md"), overwrite: true);
        Assert.Equal((0, 2, 0, 0), Counts(await ImportAsync(later)));
    }

    [Fact]
    public async Task A_change_that_leaves_size_and_time_as_they_were_is_noticed()
    {
        Write("Ada Quill.md", "It held.");
        var time = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(Folder.File("Ada Quill.md"), time);
        Assert.Equal((1, 0, 0, 0), Counts(await ImportAsync(later)));

        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells inodes and times of change.");
        Write("new.part", "It fell.");
        File.SetLastWriteTimeUtc(Folder.File("new.part"), time);
        File.Move(Folder.File("new.part"), Folder.File("Ada Quill.md"), overwrite: true);
        Assert.Equal((1, 0, 0, 0), Counts(await ImportAsync(later)));
        Assert.Equal("It fell.", await SecondTurnAsync("ada-quill"));
    }

    [Fact]
    public async Task A_file_that_is_no_transcript_is_read_once_and_again_when_it_changes()
    {
        Write("Ada Quill.md", "It held.");
        await File.WriteAllTextAsync(Folder.File("notes.md"), "Bread, milk, rope.\n");
        await File.WriteAllTextAsync(Folder.File("list.json"), """{"rope": 3}""");
        string[] skipped = ["list.json NotATranscript", "notes.md NotATranscript"];
        Assert.Equal(skipped, SkippedIn(await ImportAsync(later)));

        var again = await ImportAsync(later);
        Assert.Equal(skipped, SkippedIn(again));
        Assert.Empty(again.Files);

        Write("notes.md", "It broke.");
        Assert.Equal((1, 1, 0, 0), Counts(await ImportAsync(later)));
        Assert.Equal("It broke.", await SecondTurnAsync("notes"));

        await File.WriteAllTextAsync(Folder.File("list.json"), """{"rope": 4}""");
        Assert.Equal("list.json", Assert.Single((await ImportAsync(later)).Files).Path);
        File.Delete(Folder.File("list.json"));
        Assert.Equal(0, (await ImportAsync(later)).SkippedCount);

        static IEnumerable<string> SkippedIn(ImportReport report) => report.Skipped.Select(file => $"{file.Path} {file.Reason}");
    }
}
