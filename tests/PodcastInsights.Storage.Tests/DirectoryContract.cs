using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Beginnings;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Storage.Tests;

/// <summary>Filtering lists, finding neighbours, and example searches.</summary>
public abstract class DirectoryContract(StoreEngine engine) : StoreContract(engine)
{
    private static readonly Sample Anvil = new("Anvil")
    {
        Title = "The anvil",
        Show = "The Forge",
        PublishedOn = new DateOnly(2021, 5, 1),
        Topics = ["Iron"],
        Turns =
        [
            ("Mina Host", ["Welcome to the workshop, everyone who came through the heavy rain tonight, and to the anvil that stands in the middle of it."]),
            ("Ada Byron", ["The anvil is older than the house, and the hammer sings when the anvil is struck in the middle of its face."]),
        ],
    };

    private static readonly Sample Bellows = new("Bellows")
    {
        Title = "Bellows",
        PublishedOn = new DateOnly(2023, 5, 1),
        Turns =
        [
            ("Mina Host", ["What does a bellows do when nobody is in the workshop, and who mends the leather of it in the winter?"]),
            ("Ada Byron", ["It waits. The leather of the bellows wants oil, and the hammer wants nothing but a hand."]),
        ],
        FurtherEditions = [(new Sample("Bellows") { Language = "zh", Title = "风箱", Turns = [("米娜", ["风箱在冬天做什么？"])] }).Edition()],
    };

    private ILibraryDirectory Directory => Engine.Directory;

    [Fact]
    public async Task What_an_episode_is_narrowed_by_is_read_with_it()
    {
        await WriteAsync(Anvil, Bellows);

        Assert.Equal("anvil", await FindAsync(new EpisodeFilter(Show: "the forge")));
        Assert.Equal("bellows", await FindAsync(new EpisodeFilter(Language: "zh")));
        Assert.Equal("anvil bellows", await FindAsync(new EpisodeFilter("mina", SpeakerRole.Host)));
        Assert.Equal("anvil bellows", await FindAsync(new EpisodeFilter("ada", SpeakerRole.Guest)));
        Assert.Equal("", await FindAsync(new EpisodeFilter("mina", SpeakerRole.Guest)));
        Assert.Equal("anvil", await FindAsync(new EpisodeFilter(Topic: "iron")));
        Assert.Equal("bellows", await FindAsync(new EpisodeFilter("風箱")));
        Assert.Equal(["en", "zh"], Assert.Single((await SearchAsync("bellows")).Named).EpisodeLanguages);
        Assert.All((await SearchAsync("leather")).Items, static hit => Assert.Equal(["en", "zh"], hit.EpisodeLanguages));
        var speakers = await Directory.SpeakersAsync(new SpeakerFilter(Role: SpeakerRole.Guest), None);
        Assert.Equal("ada-byron", Assert.Single(speakers.Among!).Value);
    }

    [Fact]
    public async Task The_languages_of_an_episode_are_those_of_its_words()
    {
        await WriteAsync(new Sample("Tongs")
        {
            Language = "zh",
            SpokenLanguage = "en",
            Title = "火钳",
            Turns = [("Ada Byron", ["The tongs are older than the hammer, and nobody has ever asked them what they think of it."])],
        });

        Assert.Equal(["en"], Assert.Single((await SearchAsync("hammer")).Items).EpisodeLanguages);
        Assert.Equal(["en"], Assert.Single((await SearchAsync("火钳")).Named).EpisodeLanguages);
        var stored = await Reader.FindAsync(EpisodeSlug.From("Tongs"), null, None);
        Assert.Equal(new EpisodeSource("zh", "Tongs.zh.md", "en"), Assert.Single(stored!.Summary.Sources));
    }

    [Fact]
    public async Task What_is_removed_is_found_no_more()
    {
        await WriteAsync(Anvil, Bellows);
        Assert.Equal("The anvil", Assert.Single((await SearchAsync("the anvil")).Named).Name);

        await Writer.RemoveAsync(Anvil.Slug, None);
        await Writer.CompleteAsync(None);

        Assert.Empty((await SearchAsync("the anvil")).Named);
        Assert.Equal("", await FindAsync(new EpisodeFilter("anvil")));
        Assert.Equal([2023], (await Directory.EpisodesAsync(new EpisodeFilter(), None)).Choices.Years);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("fr")]
    public async Task Every_example_finds_something(string language)
    {
        await WriteAsync(Anvil, Bellows);

        var examples = await Directory.ExamplesAsync(language, None);

        Assert.Contains(examples, static example => example.Kind == ExampleKind.Filter);
        Assert.Equal(examples.Count, examples.DistinctBy(static example => (example.Kind, example.Field)).Count());
        foreach (var example in examples)
        {
            var query = SearchQuery.Parse(example.Query);
            Assert.Empty(query.Hints);
            var found = await Engine.Search.SearchAsync(new SearchRequest(query, Literal: true), None);
            Assert.True(found.Total > 0, example.Query);
        }
    }

    [Fact]
    public async Task Examples_are_what_headings_call_things_where_people_say_so()
    {
        await WriteAsync(Anvil, Bellows with
        {
            Title = "Why copper bellows: Ada Byron on Winter evenings",
            Topics = ["Leather work"],
            Turns =
            [
                ("Mina Host", ["Who mends copper bellows in the winter?"]),
                ("Ada Byron", ["Nobody. Copper bellows want oil, and winter is long. The evenings are for leather."]),
            ],
        });

        var examples = await Directory.ExamplesAsync("en", None);

        // Nobody says "leather work" or "winter evenings", the words of another pair are separated by punctuation, and a name is not a
        // topic.
        Assert.Equal("copper bellows", examples.Single(static example => example.Kind == ExampleKind.Words).Text);
        Assert.Equal("\"copper bellows\"", examples.Single(static example => example.Kind == ExampleKind.Phrase).Text);
    }

    [Fact]
    public async Task The_examples_show_all_kinds_and_change_with_the_library()
    {
        await WriteAsync(Anvil, Bellows);
        var kinds = (await Directory.ExamplesAsync("en", None)).Select(static example => example.Kind).Distinct();
        Assert.Equal(Enum.GetValues<ExampleKind>().Except(kinds), []);

        await Writer.RemoveAsync(Anvil.Slug, None);
        await Writer.RemoveAsync(Bellows.Slug, None);
        await Writer.CompleteAsync(None);

        Assert.Empty(await Directory.ExamplesAsync("en", None));
    }

    [Fact]
    public async Task A_search_that_finds_nothing_knows_others_with_what_they_find()
    {
        await WriteAsync(Anvil, Bellows);

        foreach (var typed in (string[])["\"leather hammer\"", "anvil year:2023", "speaker:\"ada byrn\" anvil", "hammer -anvil -leather", "\"hammmer sings\""])
        {
            var request = new SearchRequest(SearchQuery.Parse(typed), WithOthers: true);
            var found = await Engine.Search.SearchAsync(request, None);
            Assert.Equal(0, found.Total);
            Assert.NotEmpty(found.Others);
            foreach (var other in found.Others)
            {
                Assert.Equal(other.Total, (await SearchAsync(other.Text)).Total);
            }

            Assert.Empty((await SearchAsync(typed)).Others);
        }
    }

    [Fact]
    public async Task One_reads_on_by_show_and_date_by_guest_and_among_those_about_the_same()
    {
        await WriteAsync(
            Of("one", 1, "Ada Byron"),
            Of("two", 2, "Bo Smith"),
            Of("three", 3, "Ada Byron"),
            Of("four", 4, "Cy Turner"),
            Of("five", 5, "Di Miller") with { Show = "Another show" },
            Of("undated", 6, "Ed Weaver") with { PublishedOn = null });

        Assert.Equal("- | two | three | four five", await AroundAsync("one", "two", "one", "three", "gone", "four", "five"));
        Assert.Equal("one | three | - | five four undated", await AroundAsync("two", "five", "four", "undated", "three"));
        Assert.Equal("three | - | - | -", await AroundAsync("four"));
        Assert.Equal("- | - | - | undated", await AroundAsync("five", "undated"));
        Assert.Equal("- | - | - | -", await AroundAsync("undated"));
        Assert.Equal("- | - | - | -", await AroundAsync("nowhere", "one"));

        await Writer.RemoveAsync(EpisodeSlug.From("two"), None);
        await Writer.CompleteAsync(None);
        Assert.Equal("- | three | three | four", await AroundAsync("one", "two", "four"));

        static Sample Of(string name, int day, string guest) => new(name)
        {
            Show = "The Forge",
            PublishedOn = new DateOnly(2021, 5, day),
            Guest = guest,
            Turns = [("Mina Host", [$"Welcome to number {name}."]), (guest, ["Thank you for having me."])],
        };
    }

    private async Task<string> AroundAsync(string episode, params string[] relatives)
    {
        var around = await Directory.AroundAsync(EpisodeSlug.From(episode), [.. relatives.Select(EpisodeSlug.From)], None);
        return string.Join(" | ", new[] { Names(around.Previous), Names(around.Next), Names([.. around.WithGuests]), Names([.. around.Related]) });

        static string Names(params SearchEpisode?[] episodes) =>
            episodes.OfType<SearchEpisode>().Any() ? string.Join(' ', episodes.OfType<SearchEpisode>().Select(static one => one.Slug.Value)) : "-";
    }

    private async Task<string> FindAsync(EpisodeFilter filter) =>
        string.Join(' ', (await Directory.EpisodesAsync(filter, None)).Among!.Select(static slug => slug.Value).Order(StringComparer.Ordinal));
}
