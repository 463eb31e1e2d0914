using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Importing.Relating;

namespace PodcastInsights.Storage.Tests;

/// <summary>Similar episodes are computed at import and read with the episode.</summary>
public abstract class RelatingContract : StoreContract
{
    private const string Bread = "The sourdough starter wants rye flour, and the crust of the loaf wants a hot oven before the sourdough is shaped.";
    private const string Boats = "The keel of the ketch was rotten, so the shipwright caulked the planks of the ketch and painted the keel.";
    private const string Bees = "The queen left the hive with half of the swarm, and the beekeeper smoked the hive before the swarm came home.";
    private const string Lamps = "灯塔看守人每天晚上都要擦亮灯塔的透镜，透镜亮了，船长才看得见灯塔。";
    private const string Opera = "歌剧院的乐队排练了三个月，乐队指挥说这部歌剧比任何一部歌剧都难。";

    private readonly TemporaryFolder folder = new();

    protected RelatingContract(StoreEngine engine)
        : base(engine)
    {
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        folder.Dispose();
    }

    [Fact]
    public async Task Episodes_with_the_same_rare_words_are_relatives_in_any_script_and_without_topics()
    {
        await ImportGroupsAsync();

        foreach (var group in (string[])["bread", "boats", "bees", "lamps", "opera"])
        {
            foreach (var number in (int[])[1, 2, 3])
            {
                var relatives = await RelativesAsync($"{group}-{number}");
                Assert.Equal(2, relatives.Count);
                Assert.All(relatives, slug => Assert.StartsWith(group, slug, StringComparison.Ordinal));
                Assert.DoesNotContain($"{group}-{number}", relatives);
            }
        }
    }

    [Fact]
    public async Task A_topic_that_few_have_relates_those_who_have_it()
    {
        Put("Bread 4", Bread, "Comets");
        Put("Opera 4", Opera, "Comets");
        await ImportGroupsAsync();

        Assert.Contains("opera-4", await RelativesAsync("bread-4"));
        Assert.Contains("bread-4", await RelativesAsync("opera-4"));
    }

    [Fact]
    public async Task An_edit_moves_an_episode_to_others_and_leaves_those_it_has_nothing_to_do_with()
    {
        await ImportGroupsAsync();
        var lamps = await RelativesAsync("lamps-1");

        Put("Boats 3", Bread);
        await ImportAsync();

        Assert.Contains("boats-3", await RelativesAsync("bread-1"));
        Assert.Contains("bread-1", await RelativesAsync("boats-3"));
        Assert.DoesNotContain("boats-3", await RelativesAsync("boats-1"));
        Assert.Equal(lamps, await RelativesAsync("lamps-1"));
    }

    [Fact]
    public async Task A_removed_episode_is_similar_to_none()
    {
        await ImportGroupsAsync();
        File.Delete(folder.File("Bees 2.md"));
        await ImportAsync();

        Assert.Equal(["bees-3"], await RelativesAsync("bees-1"));
    }

    [Fact]
    public async Task What_an_import_left_undone_the_next_one_does_and_then_nothing_changes_any_more()
    {
        await ImportGroupsAsync();
        await WriteAsync([.. Enumerable.Range(1, 2).Select(number => new Sample($"Unfinished {number}")
        {
            Turns = [("Mina Host", ["The telescope mirror was ground by hand, and the telescope mirror was silvered twice."])],
        })]);
        Assert.Empty(await RelativesAsync("unfinished-1"));

        await using (var session = await Writer.BeginAsync(None))
        {
            Assert.True(await session.HasUnrelatedAsync(None));
            await Relatives.WorkOutAsync(session, [], None);
            await session.CompleteAsync(None);
            Assert.False(await session.HasUnrelatedAsync(None));
        }

        Assert.Equal(["unfinished-2"], await RelativesAsync("unfinished-1"));
        await Engine.CatchUpAsync();
        var version = await Engine.Store.VersionAsync(None);
        await using (var session = await Writer.BeginAsync(None))
        {
            await Relatives.WorkOutAsync(session, [], None);
            await session.CompleteAsync(None);
        }

        await Engine.CatchUpAsync();
        Assert.Equal(version, await Engine.Store.VersionAsync(None));
    }

    private async Task ImportGroupsAsync()
    {
        foreach (var (name, words) in (ReadOnlySpan<(string, string)>)
            [("Bread", Bread), ("Boats", Boats), ("Bees", Bees), ("Lamps", Lamps), ("Opera", Opera)])
        {
            foreach (var number in (ReadOnlySpan<int>)[1, 2, 3])
            {
                Put($"{name} {number}", words);
            }
        }

        await ImportAsync();
    }

    private void Put(string name, string words, string? topic = null) => File.WriteAllText(folder.File($"{name}.md"), $"""
        ---
        title: Episode {name.Split(' ')[^1]}
        {(topic is null ? "" : $"keywords: [{topic}]")}
        ---

        **Mina:** Welcome to number {name.Split(' ')[^1]}, everybody. What is there to tell today?

        **Otto:** {words}

        **Mina:** Thank you for telling us about it, and good night to everybody.
        """);

    private async Task<List<string>> RelativesAsync(string slug) =>
        [.. (await Reader.FindAsync(EpisodeSlug.From(slug), null, None))!.Relatives.Select(static relative => relative.Value)];

    private Task<ImportReport> ImportAsync() =>
        new LibraryImporter(Writer, TimeProvider.System).ImportAsync(folder.File("."), LibraryImporter.MostWorkers, null, None);
}
