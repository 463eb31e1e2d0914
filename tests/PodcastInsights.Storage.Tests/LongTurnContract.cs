using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Search;

namespace PodcastInsights.Storage.Tests;

/// <summary>Turns of any length, wherever an engine divides them.</summary>
public abstract class LongTurnContract(StoreEngine engine) : StoreContract(engine)
{
    private const int Long = 120;

    private static readonly string[] Planks = ["fern", "gull", "hive", "iris", "jute", "kelp", "lark", "moss", "newt", "oath", "pine", "quay"];

    private static readonly Sample Talk = new("Talk")
    {
        Turns =
        [
            ("Mina Host", ["Who lit the first lantern?"]),
            ("Ada Byron", [.. Enumerable.Range(0, Long).Select(Said)]),
            ("Mina Host", [new string('o', 20_000), "And who put it out?"]),
            (null, []),
            ("Ada Byron", ["Nobody at all.", "ad: Brass kettles from Acme."]),
        ],
    };

    [Fact]
    public async Task Every_paragraph_comes_back_in_its_turn()
    {
        var written = Talk.Edition();
        await WriteAsync(Talk, new Sample("Other"));

        var read = (await Reader.FindAsync(Talk.Slug, null, None))!.Turns;

        Assert.Equal(
            written.Turns.Select(turn => (turn.Id, turn.Number, turn.Speaker)), read.Select(turn => (turn.Id, turn.Number, turn.Speaker)));
        Assert.Equal(written.Turns.Select(turn => turn.Paragraphs), read.Select(turn => turn.Paragraphs));
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(2, 57)]
    [InlineData(2, Long - 1)]
    public async Task Each_of_its_paragraphs_is_found_where_it_stands(int turn, int paragraph)
    {
        await WriteAsync(new Sample("Before"), Talk, new Sample("After"));

        var hit = (await SearchAsync($"\"plank {NameOf(paragraph)} creaks\"")).Items.Single();

        Assert.Equal((turn, paragraph + 1), (hit.TurnId.Number, hit.Paragraph));
        Assert.StartsWith("plank", string.Concat(hit.Snippet.Where(part => part.Match).Select(part => part.Text)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_turn_after_it_has_the_section_and_the_neighbours_that_are_its_own()
    {
        var edition = Talk.Edition();
        edition = edition with { Sections = [new Section(1, "The end", null, edition.Turns[2].Id)] };
        await Writer.WriteAsync(new ImportedEpisode(Talk.Slug, "h", [edition]), None);

        var match = (await Reader.FindTurnAsync(Talk.Slug, edition.Turns[2].Id, null, null, None))!;
        var hit = (await SearchAsync("\"put it out\"")).Items.Single();
        var before = (await SearchAsync("\"plank fern creaks\"")).Items.Single();

        Assert.Equal((TurnMatchKind.Exact, 2, 4), (match.Kind, match.Before?.Number, match.After?.Number));
        Assert.Equal(edition.Turns[2].Paragraphs, match.Turn.Paragraphs);
        Assert.Equal((2, "The end"), (hit.Paragraph, hit.Section?.Title));
        Assert.Null(before.Section);
    }

    [Fact]
    public async Task Marks_within_the_episode_are_each_turn_once()
    {
        await WriteAsync(Talk);

        var found = await Engine.Search.FindInEpisodeAsync(Talk.Slug, SearchQuery.Parse("plank"), None);

        Assert.Equal([2], found.Turns.Select(turn => turn.Id.Number));
    }

    [Fact]
    public async Task Its_opening_is_shown_of_the_speaker()
    {
        await WriteAsync(Talk);

        var turns = (await Reader.FindSpeakerAsync(EpisodeSlug.From("Ada Byron"), 1, 10, false, None))!.Turns.Items;

        Assert.Equal([2, 5], turns.Select(turn => turn.Id.Number));
        Assert.StartsWith(Said(0), turns[0].Excerpt, StringComparison.Ordinal);
        Assert.Equal("Nobody at all. ad: Brass kettles from Acme.", turns[1].Excerpt);
    }

    [Fact]
    public async Task Words_of_it_are_gone_with_it()
    {
        await WriteAsync(Talk);
        await WriteAsync(Talk with { Turns = [("Ada Byron", ["All is new."])] });

        Assert.Equal((0, 1), ((await SearchAsync("plank")).Total, (await SearchAsync("new")).Total));
        Assert.Single((await Reader.FindAsync(Talk.Slug, null, None))!.Turns);
    }

    private static string Said(int paragraph) =>
        $"The plank {NameOf(paragraph)} creaks 踏板 " + string.Concat(Enumerable.Repeat("under the lamp ", 1 + (paragraph % 9))) + "🙂.";

    private static string NameOf(int number) => Planks[number % 12] + (number < 12 ? "" : Planks[(number / 12) - 1]);
}
