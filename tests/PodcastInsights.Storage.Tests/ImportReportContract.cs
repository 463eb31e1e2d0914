using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Storage.Tests;

/// <summary>The stored import reports.</summary>
public abstract class ImportReportContract : StoreContract
{
    private readonly TemporaryFolder folder = new();
    private readonly LaterClock later = new();

    protected ImportReportContract(StoreEngine engine)
        : base(engine)
    {
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        folder.Dispose();
    }

    [Fact]
    public async Task Before_the_first_import_nothing_is_kept()
    {
        Assert.Null(await Engine.Reports.LastAsync(None));
        Assert.Empty((await FilesAsync()).Items);
        Assert.Empty((await FilesAsync("a\0b")).Items);
        Assert.Empty((await Engine.Reports.MergedNamesAsync(null, 50, None)).Items);
    }

    [Fact]
    public async Task Every_file_is_kept_with_what_is_said_of_it_also_where_it_was_not_read_again()
    {
        Write("ada.txt", "It held.");
        await File.WriteAllBytesAsync(folder.File("broken.md"), [0x41, 0x00, 0x42]);
        await File.WriteAllTextAsync(folder.File("cover.jpg"), "");
        await File.WriteAllTextAsync(folder.File("shopping.md"), "Milk and rope.");

        for (var i = 0; i < 2; i++)
        {
            await ImportAsync();
            var files = (await FilesAsync()).Items;
            Assert.Equal(["ada.txt", "broken.md", "cover.jpg", "shopping.md"], files.Select(file => file.Path));
            Assert.Equal([null, null, SkipReason.Media, SkipReason.NotATranscript], files.Select(file => file.Skipped));
            Assert.Equal((3, "ada", false), (files[0].Turns, files[0].Episode?.Value, files[0].Failed));
            Assert.NotNull(files[0].Format);
            Assert.Equal((true, "file.binary"), (files[1].Failed, files[1].Kinds[0].Code));
            var last = await Engine.Reports.LastAsync(None);
            Assert.Equal((4, 1, 2), (last!.Files, last.Failed, last.Skipped));
            Assert.Contains(new DiagnosticCount(DiagnosticSeverity.Error, "file.binary", 1, 1), last.Counts);
        }
    }

    [Fact]
    public async Task What_is_kept_changes_with_the_file_and_goes_with_it()
    {
        Write("ada.txt", "It held.");
        await File.WriteAllBytesAsync(folder.File("broken.md"), [0x41, 0x00, 0x42]);
        await ImportAsync();

        File.Delete(folder.File("broken.md"));
        Write("ada.txt", "It held.\nBo: For long?");
        await ImportAsync();

        var file = Assert.Single((await FilesAsync()).Items);
        Assert.Equal(("ada.txt", 4), (file.Path, file.Turns));
        Assert.Equal((1, 0), await Engine.Reports.LastAsync(None) is { } last ? (last.Files, last.Failed) : default);
    }

    [Fact]
    public async Task Of_a_folder_whose_disk_is_missing_all_is_kept()
    {
        Write("ada.txt", "It held.");
        await ImportAsync();
        File.Delete(folder.File("ada.txt"));
        await ImportAsync();

        Assert.Equal([".", "ada.txt"], (await FilesAsync()).Items.Select(file => file.Path));
    }

    [Fact]
    public async Task An_import_that_finds_nothing_new_leaves_the_last_one_that_did()
    {
        Write("ada.txt", "It held.");
        await ImportAsync();
        var first = await Engine.Reports.LastAsync(None);
        await ImportAsync();

        Assert.Equal(first!.EndedAt, (await Engine.Reports.LastAsync(None))!.EndedAt);
    }

    [Theory]
    [InlineData(null, null, null, null, "a.md b.jpg c.txt")]
    [InlineData(DiagnosticSeverity.Error, null, null, null, "a.md")]
    [InlineData(null, true, null, null, "b.jpg")]
    [InlineData(null, false, null, null, "a.md c.txt")]
    [InlineData(null, null, "file.binary", null, "a.md")]
    [InlineData(null, null, "file.media", null, "b.jpg")]
    [InlineData(null, null, "file", null, "")]
    [InlineData(null, null, null, "B.J", "b.jpg")]      // in the path, whatever the case
    [InlineData(null, null, null, "SUCH AS nul", "a.md")] // in a message
    [InlineData(null, null, null, "%", "")]
    [InlineData(DiagnosticSeverity.Error, true, null, null, "")]
    public async Task Files_are_found_by_what_is_said_of_them(
        DiagnosticSeverity? severity, bool? skipped, string? code, string? text, string found)
    {
        await File.WriteAllBytesAsync(folder.File("a.md"), [0x41, 0x00, 0x42]);
        await File.WriteAllTextAsync(folder.File("b.jpg"), "");
        Write("c.txt", "It held.");
        await ImportAsync();

        var files = await Engine.Reports.FilesAsync(new FileFilter(severity, skipped, code, text), null, 50, None);
        Assert.Equal(found, string.Join(' ', files.Items.Select(file => file.Path)));
    }

    [Fact]
    public async Task Parts_follow_one_another_to_the_end()
    {
        for (var i = 0; i < 1203; i++)
        {
            await File.WriteAllTextAsync(folder.File($"cover {i:0000}{(i % 400 == 7 ? " blue" : "")}.jpg"), "");
        }

        await ImportAsync();
        var (paths, after, parts) = (new List<string>(), default(string), 0);
        do
        {
            var part = await FilesAsync(after);
            paths.AddRange(part.Items.Select(file => file.Path));
            (after, parts) = (part.Next, parts + 1);
        }
        while (after is not null);

        Assert.Equal(25, parts);
        Assert.Equal(1203, paths.Count);
        Assert.Equal(paths.Order(StringComparer.Ordinal), paths);
        var blue = await Engine.Reports.FilesAsync(new FileFilter(Text: "blue"), null, 2, None);
        Assert.Equal(["cover 0007 blue.jpg", "cover 0407 blue.jpg"], blue.Items.Select(file => file.Path));
        blue = await Engine.Reports.FilesAsync(new FileFilter(Text: "blue"), blue.Next, 2, None);
        Assert.Equal(["cover 0807 blue.jpg"], blue.Items.Select(file => file.Path).Take(1));
    }

    [Fact]
    public async Task Names_that_were_taken_for_one_persons_are_listed_with_their_reasons()
    {
        Write("ada.txt", "It held.");
        await File.WriteAllTextAsync(folder.File("speakers.yaml"), "- name: Ada Quill\n  aliases: [Ada]\n");
        await ImportAsync();

        var name = Assert.Single((await Engine.Reports.MergedNamesAsync(null, 50, None)).Items);
        Assert.Equal(("speaker.merged", "ada.txt"), (name.Code, name.Path));
        Assert.Empty((await Engine.Reports.MergedNamesAsync("999999", 50, None)).Items);
        Assert.Single((await Engine.Reports.MergedNamesAsync("nonsense", 50, None)).Items);
    }

    private Task<Part<StoredFileReport>> FilesAsync(string? after = null) =>
        Engine.Reports.FilesAsync(new FileFilter(), after, 50, None);

    private Task<ImportReport> ImportAsync() =>
        new LibraryImporter(Writer, later).ImportAsync(folder.File("."), LibraryImporter.MostWorkers, null, None);

    private void Write(string name, string answer) => File.WriteAllText(
        folder.File(name), $"Ada: We shipped the whole of it.\nBo: Did it hold then?\nAda: {answer}\n");
}
