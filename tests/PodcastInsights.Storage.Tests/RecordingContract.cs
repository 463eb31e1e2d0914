using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Storage.Tests;

/// <summary>Recordings beside transcripts.</summary>
public abstract class RecordingContract : StoreContract
{
    private readonly TemporaryFolder folder = new();

    protected RecordingContract(StoreEngine engine)
        : base(engine)
    {
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        folder.Dispose();
    }

    [Fact]
    public async Task A_recording_that_comes_or_goes_is_seen_at_the_next_import_which_reads_no_transcript_again()
    {
        Put("Rope.md", "# Rope\n\n**Ada:** Who made the rope?\n\n**Bo:** Nobody knows.\n\n**Ada:** That is a pity.\n");
        await ImportAsync();
        Assert.Null((await FindAsync("rope"))!.Recording);
        Assert.Empty(await Reader.RecordingsAsync(EpisodeSlug.From("Rope"), None));

        Put("Rope.mp3", "a tone");
        var before = await Engine.Store.VersionAsync(None);
        var report = await ImportAsync();
        Assert.Equal((0, 1), (report.Written, report.Unchanged));
        Assert.DoesNotContain(report.Skipped, static file => file.Path == "Rope.mp3");
        Assert.Equal(new Recording("Rope.mp3", null), (await FindAsync("rope"))!.Recording);
        Assert.Equal([new Recording("Rope.mp3", null)], await Reader.RecordingsAsync(EpisodeSlug.From("Rope"), None));
        await Engine.CatchUpAsync();
        Assert.NotEqual(before, await Engine.Store.VersionAsync(None));

        var seen = await Engine.Store.VersionAsync(None);
        await ImportAsync();
        Assert.Equal(seen, await Engine.Store.VersionAsync(None));

        File.Delete(folder.File("Rope.mp3"));
        await ImportAsync();
        Assert.Null((await FindAsync("rope"))!.Recording);
    }

    [Fact]
    public async Task Each_edition_has_the_recording_in_its_language_and_a_turn_has_its_editions()
    {
        Put("Rope.md", "# Rope\n\n**Ada:** Who made the rope?\n\n**Bo:** Nobody knows.\n\n**Ada:** That is a pity.\n");
        Put("Rope.zh.md", "# 绳子\n\n**艾达:** 谁做的绳子？\n\n**博:** 没有人知道。\n\n**艾达:** 真可惜。\n");
        Put("Rope.wav", "a tone");
        Put("Rope.zh.ogg", "a tone");
        await ImportAsync();

        var first = (await FindAsync("rope"))!;
        Assert.Equal("Rope.wav", first.Recording!.Path);
        Assert.Equal("Rope.zh.ogg", (await FindAsync("rope", "zh"))!.Recording!.Path);
        Assert.Equal("Rope.zh.ogg", (await Reader.FindTurnAsync(EpisodeSlug.From("Rope"), first.Turns[0].Id, null, "zh", None))!.Recording!.Path);
        Assert.Equal(2, (await Reader.RecordingsAsync(EpisodeSlug.From("Rope"), None)).Count);
    }

    private void Put(string name, string text) => File.WriteAllText(folder.File(name), text);

    private Task<Episode?> FindAsync(string slug, string? language = null) => Reader.FindAsync(EpisodeSlug.From(slug), language, None);

    private Task<ImportReport> ImportAsync() =>
        new LibraryImporter(Writer, TimeProvider.System).ImportAsync(folder.File("."), LibraryImporter.MostWorkers, null, None);
}
