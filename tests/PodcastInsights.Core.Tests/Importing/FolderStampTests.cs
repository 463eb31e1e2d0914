using PodcastInsights.Core.Importing;

namespace PodcastInsights.Core.Tests.Importing;

public sealed class FolderStampTests : IDisposable
{
    private static readonly DateTime Then = new(2030, 3, 5, 10, 15, 0, DateTimeKind.Utc);

    private readonly string folder = Directory.CreateTempSubdirectory("podcast-insights-").FullName;

    public FolderStampTests() => Write("Ada.md", "one");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void It_changes_with_the_names_sizes_and_times_of_what_is_read()
    {
        var stamps = new List<string> { FolderStamp.Of(folder) };
        Write("Ada.md", "three");
        stamps.Add(FolderStamp.Of(folder));
        File.SetLastWriteTimeUtc(Path.Combine(folder, "Ada.md"), Then.AddSeconds(1));
        stamps.Add(FolderStamp.Of(folder));
        Write("Ben.md", "one");
        stamps.Add(FolderStamp.Of(folder));
        Write("speakers.yaml", "");
        stamps.Add(FolderStamp.Of(folder));
        Assert.Equal(stamps.Count, stamps.Distinct().Count());
    }

    [Fact]
    public void It_stays_where_only_other_files_change()
    {
        var before = FolderStamp.Of(folder);
        Write("Ada.mp3", "sound");
        Write(".Ada.md.swp", "an editor's");
        Assert.Equal(before, FolderStamp.Of(folder));
    }

    [Fact]
    public void A_folder_that_is_gone_has_an_empty_one() => Assert.Equal("", FolderStamp.Of(Path.Combine(folder, "gone")));

    private void Write(string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        File.SetLastWriteTimeUtc(file, Then);
    }
}
