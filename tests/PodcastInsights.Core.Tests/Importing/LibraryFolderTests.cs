using PodcastInsights.Core.Importing;

namespace PodcastInsights.Core.Tests.Importing;

public sealed class LibraryFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("library").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("Ada Quill.md", "Ada Quill", null)]
    [InlineData("Ada Quill.zh.md", "Ada Quill", "zh")]
    [InlineData("Ada Quill.zh-Hans.md", "Ada Quill", "zh")]
    [InlineData("Ada Quill 2.0.md", "Ada Quill 2.0", null)]
    [InlineData("Ada Quill 2.0.zh.md", "Ada Quill 2.0", "zh")]
    [InlineData("Ada.jr.md", "Ada.jr", null)]                    // no language of this world
    [InlineData("ada-quill/transcript.md", "ada-quill", null)]   // a generic name says nothing, its folder does
    [InlineData("ada-quill/transcript.en.vtt", "ada-quill", "en")]
    [InlineData("transcript.md", "transcript", null)]
    public void A_file_s_name_gives_episode_and_language(string path, string name, string? language)
    {
        var file = LibraryFile.Of("/library", "/library/" + path);
        Assert.Equal((path, name, language), (file.Path, file.Name, file.Language));
    }

    [Fact]
    public void Editions_of_one_name_in_one_folder_are_one_episode()
    {
        Write("Ada Quill.zh.md", "Ada Quill.md", "Bo.md", "notes.pdf", ".hidden.md");
        Assert.Equal(["ada-quill: Ada Quill.md, Ada Quill.zh.md", "bo: Bo.md"], Listed());
    }

    [Fact]
    public void Two_episodes_never_share_an_address_and_the_second_is_reported()
    {
        Write("a/Ada.md", "b/Ada.md");
        Assert.Equal(["ada: a/Ada.md", "b-ada: b/Ada.md"], Listed());
        Assert.Equal(["library.slug-taken"], LibraryFolder.List(folder).Episodes[1].Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Theory]
    [InlineData("Ada.zh.md, ada_.md", "ada: Ada.zh.md, ada_.md")]                         // written sloppily, and no edition twice
    [InlineData("Ada.md, Ada.txt", "ada: Ada.md, Ada.txt")]                               // one conversation, written down in two formats
    [InlineData("C++.md, C++.zh.md, C.md", "c: C++.md, C++.zh.md; c-2: C.md")]            // an address keeps letters alone
    [InlineData("ADA.md, Ada.md, ada_.md", "ada: ADA.md; ada-2: Ada.md; ada-3: ada_.md")]
    [InlineData("Ju\u0308rgen.md, J\u00FCrgen.md", "jurgen: Ju\u0308rgen.md; jurgen-2: J\u00FCrgen.md")] // as macOS writes it, and as others do
    public void Names_with_one_address_are_one_episode_unless_an_edition_would_be_lost(string paths, string episodes)
    {
        Write(paths.Split(", "));
        Assert.Equal(episodes.Split("; "), Listed());
    }

    [Fact]
    public void Links_are_not_followed()
    {
        Write("Ada.md");
        Directory.CreateSymbolicLink(Path.Combine(folder, "round"), folder);
        File.CreateSymbolicLink(Path.Combine(folder, "Outside.md"), Path.Combine(AppContext.BaseDirectory, "docs", "formats", "archive.md"));
        Assert.Equal(["ada: Ada.md"], Listed());
    }

    [Fact]
    public void A_missing_folder_is_named() =>
        Assert.Contains("nowhere", Assert.Throws<DirectoryNotFoundException>(() => LibraryFolder.List(Path.Combine(folder, "nowhere"))).Message, StringComparison.Ordinal);

    private IEnumerable<string> Listed() =>
        LibraryFolder.List(folder).Episodes.Select(episode => $"{episode.Slug}: {string.Join(", ", episode.Files.Select(file => file.Path))}");

    private void Write(params string[] paths)
    {
        foreach (var path in paths)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            File.WriteAllText(Path.Combine(folder, path), "");
        }
    }
}
