using System.Diagnostics;
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
    public void Files_of_one_name_in_several_formats_are_one_episode()
    {
        Write("ep1.srt", "ep1.vtt", "ep1.zh.json");
        Assert.Equal(["ep1: ep1.srt, ep1.vtt, ep1.zh.json"], Listed());
    }

    [Fact]
    public void Two_episodes_never_share_an_address_and_the_second_is_reported()
    {
        Write("a/Ada.md", "b/Ada.md", "b/ada_.md");
        Assert.Equal(["ada: a/Ada.md", "b-ada: b/Ada.md", "ada-2: b/ada_.md"], Listed());
        Assert.Equal(["library.slug-taken"], LibraryFolder.List(folder).Episodes[1].Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Theory]
    [InlineData("Ada.md, Ada.txt", "ada: Ada.md, Ada.txt")]                               // one conversation, written down in two formats
    [InlineData("C++.md, C++.zh.md, C.md", "c: C++.md, C++.zh.md; c-2: C.md")]            // an address keeps letters alone
    [InlineData("ADA.md, Ada.md, ada_.md", "ada: ADA.md; ada-2: Ada.md; ada-3: ada_.md")]
    public void Only_files_of_the_same_name_are_one_episode(string paths, string episodes)
    {
        Write(paths.Split(", "));
        Assert.Equal(episodes.Split("; "), Listed());
    }

    [Fact]
    public void Names_that_differ_only_beyond_what_an_address_holds_are_episodes_of_their_own()
    {
        var name = new string('a', 150);
        Write($"{name} one.md", $"{name} two.md", $"{name} two.zh.md", $"{name} three.md");
        Assert.Equal(3, LibraryFolder.List(folder).Episodes.Select(episode => episode.Slug).Distinct().Count());
    }

    [Fact]
    public void One_name_stored_in_two_ways_is_one_episode()
    {
        Write("Sa\u0308nger.md", "S\u00E4nger.zh.md");
        Assert.Equal(["sanger: Sa\u0308nger.md, S\u00E4nger.zh.md"], Listed());
    }

    [Fact]
    public void Links_are_not_followed()
    {
        Write("Ada.md");
        Directory.CreateSymbolicLink(Path.Combine(folder, "round"), folder);
        File.CreateSymbolicLink(
            Path.Combine(folder, "Outside.md"), Path.Combine(AppContext.BaseDirectory, "docs", "formats", "archive.md"));
        Assert.Equal(["ada: Ada.md"], Listed());
    }

    [Fact]
    public void Every_file_is_in_an_episode_or_skipped_with_its_reason()
    {
        Write(
            "Ada.md", "Ada.mp3", "~$Ada.md", "Ada (conflicted copy 2030-03-05).md", "notes.pdf", ".hidden.md", ".git/config", ".git/HEAD",
            "speakers.yaml", "sub/speakers.yaml", "sub/.alternates", "sub/Bo.txt", "sub/index.yaml", "sub/Bo.txt~");
        File.CreateSymbolicLink(Path.Combine(folder, "Link.md"), Path.Combine(folder, "Ada.md"));

        var listing = LibraryFolder.List(folder);

        Assert.Equal(["Ada.md", "sub/Bo.txt"], listing.Episodes.SelectMany(episode => episode.Files).Select(file => file.Path));
        Assert.Equal(
            [
                ".git/ Hidden", ".hidden.md Hidden", "Ada (conflicted copy 2030-03-05).md ConflictCopy", "Ada.mp3 Media", "Link.md Link",
                "notes.pdf OtherKind", "speakers.yaml Settings", "sub/.alternates Settings", "sub/Bo.txt~ Temporary",
                "sub/index.yaml OtherKind", "sub/speakers.yaml OtherKind", "~$Ada.md Temporary",
            ],
            listing.Skipped.Select(file => $"{file.Path} {file.Reason}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_name_that_is_not_utf8_is_not_taken_for_a_link()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has names of any bytes.");
        Write("Ada.md");
        Assert.SkipUnless(Shell("""echo > "$(printf 'Bytes \377.md')" """), "This file system has no such names.");

        var listing = LibraryFolder.List(folder);

        // .NET cannot delete it.
        Assert.True(Shell("rm Bytes*"));
        Assert.Empty(listing.Skipped);
        Assert.Equal(["Ada.md", "Bytes \uFFFD.md"], listing.Episodes.SelectMany(episode => episode.Files).Select(file => file.Path));
    }

    private bool Shell(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = folder })!;
        shell.WaitForExit();
        return shell.ExitCode == 0;
    }

    [Fact]
    public void A_missing_folder_is_named() =>
        Assert.Contains(
            "nowhere",
            Assert.Throws<DirectoryNotFoundException>(() => LibraryFolder.List(Path.Combine(folder, "nowhere"))).Message,
            StringComparison.Ordinal);

    private IEnumerable<string> Listed() =>
        LibraryFolder.List(folder).Episodes.Select(
            episode => $"{episode.Slug}: {string.Join(", ", episode.Files.Select(file => file.Path))}");

    private void Write(params string[] paths)
    {
        foreach (var path in paths)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            File.WriteAllText(Path.Combine(folder, path), "");
        }
    }
}
