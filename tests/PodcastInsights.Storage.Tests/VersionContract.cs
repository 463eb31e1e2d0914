using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.Tests;

/// <summary>The store's version identifies its content, for the writing process and for others.</summary>
public abstract class VersionContract : StoreContract
{
    private static readonly Sample Talk = new("Talk");

    private readonly StoreEngine other;

    protected VersionContract(StoreEngine engine)
        : base(engine) => other = engine.AnotherProcess();

    [Fact]
    public async Task What_is_written_changes_the_version_for_all_processes_at_once()
    {
        var seen = new HashSet<StoreVersion> { await VersionAsync(other) };
        for (var i = 0; i < 20; i++)
        {
            await Writer.WriteAsync(Talk.Build() with { ContentHash = $"{i}" }, None);
            var version = await VersionAsync(other);
            Assert.True(seen.Add(version));
            Assert.Equal(version, await VersionAsync(Engine));
        }

        await Writer.RemoveAsync(Talk.Slug, None);
        Assert.True(seen.Add(await VersionAsync(other)));
        await Writer.CompleteAsync(None);
        Assert.True(seen.Add(await VersionAsync(other)));
    }

    [Fact]
    public async Task An_import_that_finds_nothing_to_do_changes_nothing()
    {
        await WriteAsync(Talk);
        var version = await VersionAsync(other);

        await Writer.CompleteAsync(None);
        await Writer.StoredEpisodesAsync(None);

        Assert.Equal(version, await VersionAsync(other));
    }

    [Fact]
    public async Task Other_content_never_bears_a_known_version()
    {
        // Two processes write alternately while a third reads: the content of a version never changes.
        using var third = Engine.AnotherProcess();
        var known = new Dictionary<StoreVersion, string>();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++)
            {
                await (i % 2 == 0 ? Engine : other).Writer.WriteAsync(
                    (Talk with { Turns = [("Ada Byron", [$"The lamp number {i} was lit."])] }).Build(), None);
            }
        });
        while (!writing.IsCompleted)
        {
            var before = await VersionAsync(third);
            var episode = await third.Reader.FindAsync(Talk.Slug, null, None);
            if (before == await VersionAsync(third))
            {
                var content = episode?.Turns[0].Paragraphs[0].Text ?? "";
                Assert.Equal(known.GetValueOrDefault(before, content), content);
                known[before] = content;
            }
        }

        await writing;
        Assert.Equal(await VersionAsync(Engine), await VersionAsync(third));
    }

    [Fact]
    public async Task What_one_process_writes_another_finds()
    {
        await WriteAsync(Talk);
        Assert.Equal(0, await CountAsync("lamp"));
        for (var i = 1; i < 4; i++)
        {
            await WriteAsync(new Sample($"Lamps {i}") { Turns = [("Ada Byron", ["A lamp was lit."])] });
            Assert.Equal(i, await CountAsync("lamp"));
        }

        await Writer.RemoveAsync(EpisodeSlug.From("Lamps 1"), None);
        await Writer.CompleteAsync(None);
        Assert.Equal(2, await CountAsync("lamp"));
    }

    protected override void Dispose(bool disposing)
    {
        other.Dispose();
        base.Dispose(disposing);
    }

    private async Task<int> CountAsync(string typed)
    {
        await other.CatchUpAsync();
        return (await other.Search.SearchAsync(new(Core.Search.SearchQuery.Parse(typed)), None)).Total;
    }

    private static async Task<StoreVersion> VersionAsync(StoreEngine engine)
    {
        await engine.CatchUpAsync();
        return (await engine.Store.VersionAsync(None))!.Value;
    }
}
