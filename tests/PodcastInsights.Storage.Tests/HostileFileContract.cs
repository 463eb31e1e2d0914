using System.Runtime.Versioning;
using System.Text;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Storage.Tests;

/// <summary>With any kind of file or folder, an import ends, reports it, and keeps every good episode.</summary>
public abstract class HostileFileContract : StoreContract
{
    private const string Good =
        "# Ada\n\n**Bo:** Welcome. Did it hold?\n\n**Ada Quill:** It held.\n\n**Bo:** Good.\n\n**Ada Quill:** Very.\n";

    private readonly TemporaryFolder folder = new();

    protected HostileFileContract(StoreEngine engine)
        : base(engine)
    {
        Directory.CreateDirectory(folder.File("library/more"));
        File.WriteAllText(folder.File("library/Ada Quill.md"), Good);
        File.WriteAllText(folder.File("library/more/Cy Ott.md"), Good);
    }

    public static TheoryData<string, byte[], string> Broken => new()
    {
        { "nothing in it", [], "file.empty" },
        { "NUL bytes", [.. Encoding.UTF8.GetBytes(Good), 0], "file.binary" },
        { "UTF-32 without a mark, which is full of NUL bytes", Encoding.UTF32.GetBytes(Good), "file.binary" },
        { "too long", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Good, 12_000))), "file.too-large" },
        { "one endless line", Encoding.UTF8.GetBytes("Bo: " + new string('a', 1 << 21)), "file.too-large" },
        { "too many lines", Encoding.UTF8.GetBytes(Good + new string('\n', 10_000)), "file.too-many-lines" },
        { "too many lines that Unicode ends", Encoding.UTF8.GetBytes(Good + new string('\u2028', 10_000)), "file.too-many-lines" },
        { "too many turns", Encoding.UTF8.GetBytes(Speakers(1200)), "file.too-many-turns" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_file_that_breaks_is_named_and_its_last_good_version_stays(string why, byte[] bytes, string code)
    {
        await ImportAsync();
        await File.WriteAllBytesAsync(folder.File("library/Ada Quill.md"), bytes);
        await File.WriteAllBytesAsync(folder.File("library/New.md"), bytes);

        var report = await ImportAsync(new ImportLimits { FileBytes = 1 << 20, FileLines = 10_000, FileTurns = 1000 });

        Assert.All(["Ada Quill.md", "New.md"], path => Assert.Contains(code, Codes(report, path)));
        Assert.Contains("file.last-good-kept", Codes(report, "Ada Quill.md"));
        Assert.True(await ListedAsync() is ["ada-quill", "cy-ott"], why);
    }

    [Theory]
    [InlineData("invalid UTF-8")]
    [InlineData("UTF-16 with its mark")]
    [InlineData("UTF-16 without a mark")]
    public async Task A_file_in_another_encoding_is_read_as_far_as_it_can_be(string encoding)
    {
        await File.WriteAllBytesAsync(folder.File("library/Ada Quill.md"), encoding == "invalid UTF-8"
            ? [.. Encoding.UTF8.GetBytes(Good), 0xC3, 0x28, 0xFF]
            : [.. encoding == "UTF-16 without a mark" ? [] : Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Good)]);
        var report = await ImportAsync();
        Assert.Equal((2, 0), (report.Written, report.Failed));
        Assert.Equal(4, (await Reader.FindAsync(EpisodeSlug.From("Ada Quill"), null, CancellationToken.None))!.Turns.Count);
    }

    [Fact]
    public async Task Editions_that_are_too_large_together_are_named_and_the_first_ones_are_shown()
    {
        foreach (var language in new[] { "de", "en", "fr", "it", "zh" })
        {
            await File.WriteAllTextAsync(
                folder.File($"library/Long.{language}.md"), Good + string.Concat(Enumerable.Repeat("It held on and on. ", 900)));
        }

        var report = await ImportAsync(new ImportLimits { FileBytes = 20_000 });
        Assert.Contains("file.too-large", Codes(report, "Long.zh.md"));
        var shown = (await Reader.FindAsync(EpisodeSlug.From("Long"), null, CancellationToken.None))!;
        Assert.Equal(["de", "en", "fr", "it"], shown.Summary.Sources.Select(source => source.Language));
    }

    [Fact]
    public async Task A_file_has_at_most_a_thousand_diagnostics()
    {
        await File.WriteAllTextAsync(
            folder.File("library/Odd.md"), string.Concat(Enumerable.Repeat("**Ada:**\n\n**Bo:** It held.\n\n", 1500).Prepend("---\ndate: someday\n---\n\n")));
        var diagnostics = (await ImportAsync()).Files.Single(file => file.Path == "Odd.md").Diagnostics;
        Assert.Equal(1001, diagnostics.Count);
        Assert.Contains(diagnostics, diagnostic => diagnostic.Code == "file.more-diagnostics");
        Assert.Contains(diagnostics, diagnostic => diagnostic.Code == "metadata.date-unread");
    }

    [Fact]
    public async Task A_file_that_takes_too_long_is_left_and_the_others_are_read()
    {
        await File.WriteAllTextAsync(folder.File("library/Slow.md"), Speakers(40_000));
        var importer = Importer(new ImportLimits { FileTime = TimeSpan.FromMilliseconds(1) });
        var report = await importer.ImportAsync(folder.File("library"), LibraryImporter.MostWorkers, null, CancellationToken.None);
        Assert.Contains("file.too-slow", Codes(report, "Slow.md"));

        // The same bytes are not parsed again when another file changes.
        report = await importer.ImportAsync(folder.File("library"), LibraryImporter.MostWorkers, null, CancellationToken.None);
        Assert.Contains("file.too-slow", Codes(report, "Slow.md"));
        await ImportAsync();
        Assert.Equal(["ada-quill", "cy-ott", "slow"], await ListedAsync());
    }

    [Fact]
    public async Task A_folder_that_has_gone_is_named_and_nothing_is_lost()
    {
        await ImportAsync();
        Directory.Delete(folder.File("library"), recursive: true);
        Assert.Contains(
            "library", (await Assert.ThrowsAsync<DirectoryNotFoundException>(() => ImportAsync())).Message, StringComparison.Ordinal);
        Assert.Equal(["ada-quill", "cy-ott"], await ListedAsync());
    }

    [Fact]
    public async Task A_folder_that_is_suddenly_empty_keeps_its_episodes_unless_that_is_meant()
    {
        await ImportAsync();
        Directory.Delete(folder.File("library"), recursive: true);
        Directory.CreateDirectory(folder.File("library"));

        var report = await ImportAsync();
        Assert.Equal((0, 1), (report.Removed, report.Failed));
        Assert.Equal(["library.empty"], Codes(report, "."));
        Assert.Equal(["ada-quill", "cy-ott"], await ListedAsync());

        Assert.Equal(2, (await ImportAsync(new ImportLimits { EmptyFolderRemovesAll = true })).Removed);
        Assert.Empty(await ListedAsync());
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_folder_that_cannot_be_looked_into_keeps_its_episodes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "The superuser looks into any folder.");
        await ImportAsync();
        File.SetUnixFileMode(folder.File("library/more"), UnixFileMode.None);
        try
        {
            var report = await ImportAsync();
            Assert.Equal((0, 2), (report.Removed, report.Failed));
            Assert.Equal(["folder.unreadable"], Codes(report, "more"));
            Assert.Equal(["ada-quill", "cy-ott"], await ListedAsync());
        }
        finally
        {
            File.SetUnixFileMode(folder.File("library/more"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task A_pipe_among_the_files_stops_no_import()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes have no names in folders there.");
        using var made = System.Diagnostics.Process.Start("mkfifo", [folder.File("library/Pipe.md")]);
        await made.WaitForExitAsync();
        Assert.Contains("file.empty", Codes(await ImportAsync(), "Pipe.md"));
        Assert.Equal(["ada-quill", "cy-ott"], await ListedAsync());
    }

    [Fact]
    public async Task Two_names_with_one_address_are_both_kept()
    {
        await File.WriteAllTextAsync(folder.File("library/more/Ada_Quill!.md"), Good);
        Assert.Contains("library.slug-taken", Codes(await ImportAsync(), "more/Ada_Quill!.md"));
        Assert.Equal(["ada-quill", "cy-ott", "more-ada-quill"], await ListedAsync());
    }

    [Theory]
    [InlineData("speakers.yaml", "deep")]
    [InlineData("speakers.yaml", "long")]
    [InlineData(".alternates", "long")]
    public async Task A_hostile_file_about_the_library_stops_no_import(string name, string kind)
    {
        await File.WriteAllTextAsync(folder.File($"library/{name}"), kind == "deep" ? new string('[', 100_000) : new string('-', 5 << 20));
        Assert.Equal(2, (await ImportAsync()).Written);
    }

    private LibraryImporter Importer(ImportLimits? limits) => new(Writer, TimeProvider.System, limits ?? ImportLimits.Default);

    private Task<ImportReport> ImportAsync(ImportLimits? limits = null) =>
        Importer(limits).ImportAsync(folder.File("library"), LibraryImporter.MostWorkers, null, CancellationToken.None);

    private static string Speakers(int turns) =>
        string.Concat(Enumerable.Range(0, turns).Select(i => $"**Speaker {i % 500}:** Said.\n\n"));

    private async Task<List<string>> ListedAsync()
    {
        var episodes = await Reader.ListAsync(new EpisodeListQuery(), CancellationToken.None);
        return [.. episodes.Items.Select(episode => episode.Slug.Value).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Codes(ImportReport report, string path) =>
        report.Files.Where(file => file.Path == path).SelectMany(file => file.Diagnostics).Select(diagnostic => diagnostic.Code);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        folder.Dispose();
    }
}
