using PodcastInsights.Core.Search;

namespace PodcastInsights.Storage.Tests;

public abstract class SearchContract(StoreEngine engine) : StoreContract(engine)
{
    private static readonly Sample Looms = new("Looms")
    {
        Title = "On looms",
        PublishedOn = new DateOnly(2022, 3, 4),
        Turns =
        [
            ("Mina Host", ["Tell us about weaving patterns."]),
            ("Ada Byron",
                ["First something else.", "The café loom weaves algebraic patterns, and patterns alone.", "ad: Buy a lantern today."]),
            ("Mina Host", ["And who pays for the loom?"]),
        ],
    };

    private static readonly Sample Lamps = new("Lamps")
    {
        Title = "On lamps",
        Turns = [("Ada Byron", ["A lamp has no loom, no patterns."])],
    };

    [Theory]
    [InlineData("loom", 3)]
    [InlineData("loom patterns", 2)]                 // both wanted
    [InlineData("\"algebraic patterns\"", 1)]
    [InlineData("\"patterns algebraic\"", 0)]
    [InlineData("LOOMS", 3)]
    [InlineData("weaves", 2)]                        // any form of the word
    [InlineData("cafe", 1)]
    [InlineData("lantern", 0)]                       // said in a sponsor read
    [InlineData("loom OR patterns", 4)]
    [InlineData("loom -patterns", 1)]
    [InlineData("zebra", 0)]
    public async Task Turns_are_found_that_hold_all_that_was_typed(string typed, int total)
    {
        await WriteAsync(Looms, Lamps);

        var results = await SearchAsync(typed);

        Assert.Equal((total, total), (results.Total, results.Items.Count));
    }

    [Fact]
    public async Task A_hit_says_where_it_stands_and_shows_its_best_paragraph()
    {
        await WriteAsync(Looms, Lamps);

        var hit = (await SearchAsync("algebraic patterns")).Items.Single();

        Assert.Equal(("looms", "On looms", new DateOnly(2022, 3, 4)), (hit.Episode.Value, hit.EpisodeTitles["en"], hit.PublishedOn));
        Assert.Equal(
            (2, "Ada Byron", 20_000, 2, "en"),
            (hit.TurnId.Number, hit.Speaker, hit.Start!.Value.Milliseconds, hit.Paragraph, hit.Language));
        Assert.Equal("The café loom weaves algebraic patterns, and patterns alone.", string.Concat(hit.Snippet.Select(part => part.Text)));
        Assert.Equal(["algebraic", "patterns", "patterns"], hit.Snippet.Where(part => part.Match).Select(part => part.Text));
    }

    [Fact]
    public async Task A_long_paragraph_is_cut_around_its_matches_at_whole_words()
    {
        var filler = string.Join(' ', Enumerable.Repeat("ordinary", 200));
        await WriteAsync(new Sample("Long") { Turns = [("Ada Byron", [$"{filler} a golden lantern {filler}"])] });

        var snippet = (await SearchAsync("lantern")).Items.Single().Snippet;
        var text = string.Concat(snippet.Select(part => part.Text));

        Assert.Equal("lantern", Assert.Single(snippet, part => part.Match).Text);
        Assert.InRange(text.Length, 150, 260);
        Assert.All(text.Split(' '), word => Assert.Contains(word, new[] { "ordinary", "a", "golden", "lantern" }));
    }

    [Fact]
    public async Task Pages_part_the_hits_and_the_best_comes_first()
    {
        await WriteAsync(Looms, Lamps);

        var first = await SearchAsync("loom", page: 1, pageSize: 2);
        var second = await SearchAsync("loom", page: 2, pageSize: 2);

        Assert.Equal((3, 2, 1), (first.Total, first.Items.Count, second.Items.Count));
        Assert.Equal(3, first.Items.Concat(second.Items).Select(hit => (hit.Episode, hit.TurnId)).Distinct().Count());
        Assert.True(first.Items[0].Score >= first.Items[1].Score && first.Items[1].Score >= second.Items[0].Score);
    }

    [Fact]
    public async Task Facets_count_all_hits_by_speaker_and_episode()
    {
        await WriteAsync(Looms, Lamps);

        var facets = (await SearchAsync("loom", pageSize: 1)).Facets;

        Assert.Equal(
            [("Ada Byron", "ada-byron", 2), ("Mina Host", "mina-host", 1)],
            facets.Speakers.Select(facet => (facet.Name, facet.Slug.Value, facet.Count)));
        Assert.Equal(
            [("On looms", "looms", 2), ("On lamps", "lamps", 1)],
            facets.Episodes.Select(facet => (facet.Name, facet.Slug.Value, facet.Count)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\"")]
    [InlineData("*")]
    [InlineData("?!.")]
    [InlineData("🙂")]
    [InlineData("\0")]
    [InlineData("\ud800")]
    public async Task What_holds_no_word_finds_nothing(string typed)
    {
        await WriteAsync(Looms);

        Assert.Equal(0, (await SearchAsync(typed)).Total);
    }

    [Theory]
    [InlineData("C#")]
    [InlineData("foo-bar")]
    [InlineData("text:loom")]
    [InlineData("loom*")]
    [InlineData("NEAR(loom patterns)")]
    [InlineData("AND")]
    [InlineData("OR NOT")]
    [InlineData("(loom")]
    [InlineData("lo\0om")]
    [InlineData("\ud800loom\udfff")]
    [InlineData("'; DROP TABLE turn; --")]
    [InlineData("ﷺ ㍿ \u0300\u0301")]
    [InlineData("\ue000 \u0e01\u0e31")]
    public async Task Whatever_is_typed_has_an_answer(string typed)
    {
        await WriteAsync(Looms);

        Assert.NotNull(await SearchAsync(typed));
    }

    [Theory]
    [InlineData("loom ", 2_000)]
    [InlineData("\"loom ", 2_000)]
    [InlineData("a", 10_000)]
    [InlineData("中", 10_000)]
    public async Task However_much_is_typed_has_an_answer(string piece, int times)
    {
        await WriteAsync(Looms);

        Assert.NotNull(await SearchAsync(string.Concat(Enumerable.Repeat(piece, times))));
    }

    [Fact]
    public async Task Thousands_of_different_words_have_an_answer()
    {
        await WriteAsync(Looms);

        Assert.Equal(0, (await SearchAsync(string.Join(' ', Enumerable.Range(0, 5_000)))).Total);
    }

    [Fact]
    public async Task The_empty_query_is_a_state_with_its_page()
    {
        var results = await SearchAsync("", page: 3, pageSize: 7);

        Assert.Equal((0, 3, 7, SearchFacets.None), (results.Total, results.Page, results.PageSize, results.Facets));
    }
}
