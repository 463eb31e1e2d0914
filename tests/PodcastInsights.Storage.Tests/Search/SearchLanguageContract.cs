using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search;

namespace PodcastInsights.Storage.Tests;

/// <summary>The query language on an engine; its details are tested in Core.Tests.</summary>
public abstract class SearchLanguageContract(StoreEngine engine) : StoreContract(engine)
{
    private readonly StoreEngine engine = engine;

    private static readonly Sample Lamps = new("Lamps")
    {
        Title = "On lamps",
        PublishedOn = new DateOnly(2023, 5, 6),
        Topics = ["Light"],
        Turns =
        [
            ("Mina Host", ["Who lit the first lamp?", "And with what oil?"]),
            ("Ada Byron", ["Nobody knows.", "ad: Buy a lantern of brass.", "But lamps of silver came late."]),
        ],
    };

    private static readonly Sample Bells = new("Bells")
    {
        Title = "On bells",
        PublishedOn = new DateOnly(2024, 7, 8),
        Topics = ["Sound", "light"],
        Turns = [("林小明", ["鐘聲很遠，燈很亮。"]), ("Bo Quill", ["A silver bell hung under a lamp."])],
    };

    [Theory]
    [InlineData("lamp", 3)]
    [InlineData("lamp speaker:byron", 1)]
    [InlineData("lamp -speaker:byron", 2)]
    [InlineData("lamp episode:bells", 1)]
    [InlineData("lamp topic:light", 3)]
    [InlineData("lamp before:2024", 2)]
    [InlineData("lamp after:2024", 1)]
    [InlineData("lantern", 0)]
    [InlineData("lantern ad:any", 1)]
    [InlineData("ad:only", 1)]
    [InlineData("ad:any", 4)]                  // a turn with a sponsor read in it is one turn
    [InlineData("speaker:quill", 1)]
    [InlineData("灯", 1)]
    [InlineData("远灯", 0)]                     // not across punctuation
    [InlineData("silv*", 2)]
    public async Task Filters_and_forms_count_turns_exactly(string typed, int total)
    {
        await WriteAsync(Lamps, Bells);

        Assert.Equal(total, (await SearchAsync(typed)).Total);
    }

    [Fact]
    public async Task A_hit_after_a_sponsor_read_names_its_own_paragraph()
    {
        await WriteAsync(Lamps);

        Assert.Equal(3, (await SearchAsync("silver")).Items.Single().Paragraph);
        Assert.Equal(2, (await SearchAsync("lantern ad:only")).Items.Single().Paragraph);
        Assert.Equal(2, (await SearchAsync("oil")).Items.Single().Paragraph);
    }

    [Fact]
    public async Task Facets_count_years_and_topics()
    {
        await WriteAsync(Lamps, Bells);

        var facets = (await SearchAsync("lamp")).Facets;

        Assert.Equal([new YearFacet(2024, 1), new YearFacet(2023, 2)], facets.Years!);
        Assert.Equal([("light", 3), ("sound", 1)], facets.Topics!.Select(topic => (topic.Slug.Value, topic.Count)));
    }

    [Fact]
    public async Task Turns_can_be_sorted_by_date_and_by_place()
    {
        await WriteAsync(Lamps, Bells);

        async Task<IEnumerable<string>> SortedAsync(SearchSort sort) =>
            (await engine.Search.SearchAsync(new SearchRequest(SearchQuery.Parse("lamp"), Sort: sort), None)).Items.Select(
                hit => $"{hit.Episode} {hit.TurnId.Number}");

        Assert.Equal(["bells 2", "lamps 1", "lamps 2"], await SortedAsync(SearchSort.Date));
        Assert.Equal(["bells 2", "lamps 1", "lamps 2"], await SortedAsync(SearchSort.Place));
    }

    [Fact]
    public async Task What_is_found_in_one_episode_is_all_of_it_in_the_order_spoken()
    {
        var turns = Enumerable.Range(0, 250).Select(static i => ((string?)$"Speaker {i % 2}", new[] { $"bell number {i}" })).ToArray();
        var named = Lamps with { Title = "Many bells", Turns = [("Ada Byron", ["A bell in another episode."])] };
        await WriteAsync(named, new Sample("Many") { Turns = turns });

        var found = await engine.Search.FindInEpisodeAsync(EpisodeSlug.From("Many"), SearchQuery.Parse("bell"), None);

        Assert.Equal(Enumerable.Range(1, 250), found.Turns.Select(turn => turn.Id.Number));
        Assert.Equal([new TextRange(2, 6)], found.Marker.RangesIn("A bell."));
    }

    [Fact]
    public async Task A_turn_found_in_one_episode_names_its_edition_and_is_found_once()
    {
        var german = Lamps with { Language = "de", Turns = [("Ada Byron", ["Die lamp brennt.", "ad: Kauft lamp."])] };
        await WriteAsync(Lamps with { FurtherEditions = [german.Edition()] });

        var found = await engine.Search.FindInEpisodeAsync(Lamps.Slug, SearchQuery.Parse("lamp ad:any"), None);

        Assert.Equal([(1, null), (2, null), (1, "de")], found.Turns.Select(turn => (turn.Id.Number, turn.Edition)));
    }

    [Fact]
    public async Task A_search_sees_every_import_and_forgets_what_is_gone()
    {
        await WriteAsync(Lamps);
        Assert.Equal(2, (await SearchAsync("lamp")).Total);

        await WriteAsync(Bells);
        Assert.Equal(3, (await SearchAsync("lamp")).Total);

        await WriteAsync(Lamps with { Turns = [("Ada Byron", ["Only a candle now."])] });
        Assert.Equal((1, 1), ((await SearchAsync("lamp")).Total, (await SearchAsync("candle")).Total));

        await Writer.RemoveAsync(Bells.Slug, None);
        await Writer.CompleteAsync(None);
        Assert.Equal(0, (await SearchAsync("bell")).Total);
    }

    [Fact]
    public async Task A_turn_that_two_editions_share_is_found_once()
    {
        var german = Lamps with { Language = "de", Turns = [.. Lamps.Turns, ("Ada Byron", ["Die Kerze brennt."])] };
        await WriteAsync(Lamps with { FurtherEditions = [german.Edition()] });

        Assert.Equal((2, 1), ((await SearchAsync("lamp")).Total, (await SearchAsync("kerze")).Total));
    }

    [Fact]
    public async Task What_is_being_typed_is_completed()
    {
        await WriteAsync(Lamps, Bells);

        var byWord = await engine.Search.SuggestAsync("lam", None);
        var byName = await engine.Search.SuggestAsync("ada by", None);

        Assert.Equal(["lamp", "lamps"], byWord.Words);
        Assert.Equal("On lamps", Assert.Single(byWord.Episodes).Name);
        Assert.Equal("Ada Byron", Assert.Single(byName.Speakers).Name);
    }

    [Fact]
    public async Task Deep_pages_follow_each_other_without_a_gap()
    {
        var turns = Enumerable.Range(0, 250).Select(i => ($"Speaker {i % 2}", new[] { $"bell number {i}" })).ToArray();
        await WriteAsync(new Sample("Many") { Turns = [.. turns.Select(turn => ((string?)turn.Item1, turn.Item2))] });

        var seen = new HashSet<string>();
        for (var page = 1; page <= 25; page++)
        {
            seen.UnionWith((await SearchAsync("bell", page, pageSize: 10)).Items.Select(hit => hit.TurnId.ToString()));
        }

        Assert.Equal(250, seen.Count);
    }
}
