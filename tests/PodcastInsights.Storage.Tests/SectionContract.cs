using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Storage.Tests;

public abstract class SectionContract(StoreEngine engine) : StoreContract(engine)
{
    private static readonly Sample Talk = new("Talk")
    {
        Turns =
        [
            ("Mina Host", ["Good evening, a lantern is lit."]),
            ("Ada Byron", ["The first loom stood in a barn."]),
            ("Mina Host", ["And the second loom?"]),
            ("Ada Byron", ["It burned, with the barn."]),
        ],
    };

    private static readonly EpisodeSlug Slug = EpisodeSlug.From("Talk");

    [Theory]
    [InlineData("lantern", null)]               // above the first heading
    [InlineData("first", "1 The barn")]
    [InlineData("second", "1 The barn")]        // a section goes on until the next
    [InlineData("burned", "3 Chapter two")]     // of two headings above a turn, the nearer
    public async Task What_is_found_names_its_section(string typed, string? section)
    {
        await WriteAsync(Parted(Talk.Edition(), (2, "The barn"), (4, "Part two"), (4, "Chapter two")));

        var hit = (await SearchAsync(typed)).Items.Single();

        Assert.Equal(section, hit.Section is { } found ? $"{found.Number} {found.Title}" : null);
    }

    [Fact]
    public async Task A_hit_s_section_is_the_one_that_the_episode_has()
    {
        await WriteAsync(Parted(Talk.Edition(), (2, "The barn"), (4, "The fire")));

        Assert.Equal((await Reader.FindAsync(Slug, null, None))!.Sections[1], (await SearchAsync("burned")).Items.Single().Section);
    }

    [Fact]
    public async Task Editions_that_share_their_turns_have_each_its_own_headings_and_a_hit_has_those_of_the_page_it_leads_to()
    {
        await WriteAsync(
            Parted(Talk.Edition(), (2, "The barn")), Parted((Talk with { Language = "zh" }).Edition(), (1, "灯"), (3, "第二台")));

        Assert.Equal(["The barn"], await TitlesAsync("en"));
        Assert.Equal(["灯", "第二台"], await TitlesAsync("zh"));
        Assert.Equal("The barn", (await SearchAsync("second")).Items.Single().Section?.Title);
        Assert.Null((await SearchAsync("lantern")).Items.Single().Section);
    }

    [Fact]
    public async Task Editions_that_differ_have_each_its_own_headings()
    {
        var chinese = (Talk with { Language = "zh", Turns = [("米娜", ["晚上好。"]), ("艾达", ["第一台织机在谷仓里。"])] }).Edition();
        await WriteAsync(Parted(Talk.Edition(), (2, "The barn"), (4, "The fire")), Parted(chinese, (2, "谷仓")));

        Assert.Equal(["The barn", "The fire"], await TitlesAsync("en"));
        Assert.Equal(["谷仓"], await TitlesAsync("zh"));
        Assert.Equal("谷仓", (await SearchAsync("织机")).Items.Single().Section?.Title);
        Assert.Equal("The fire", (await SearchAsync("burned")).Items.Single().Section?.Title);
    }

    [Fact]
    public async Task A_turn_comes_with_the_headings_of_its_edition()
    {
        var edition = Parted(Talk.Edition(), (2, "The barn"), (4, "The fire"));
        await WriteAsync(edition);

        var match = await Reader.FindTurnAsync(Slug, edition.Turns[2].Id, null, null, None);

        Assert.Equal(edition.Sections, match!.Sections);
    }

    [Fact]
    public async Task Headings_follow_the_file_when_it_changes()
    {
        await WriteAsync(Parted(Talk.Edition(), (2, "The barn"), (4, "The fire")));
        await WriteAsync(Parted((Talk with { Turns = [.. Talk.Turns.Take(3)] }).Edition(), (3, "The second")));

        Assert.Equal(["The second"], await TitlesAsync(null));
        Assert.Equal("The second", (await SearchAsync("second")).Items.Single().Section?.Title);
        Assert.Null((await SearchAsync("first")).Items.Single().Section);

        await WriteAsync(Talk.Edition());
        Assert.Empty(await TitlesAsync(null));
        Assert.Null((await SearchAsync("second")).Items.Single().Section);
    }

    private static Edition Parted(Edition edition, params (int Turn, string Title)[] headings) => edition with
    {
        Sections = [.. headings.Select((heading, i) => new Section(i + 1, heading.Title, null, edition.Turns[heading.Turn - 1].Id))],
    };

    private async Task WriteAsync(params Edition[] editions)
    {
        await Writer.WriteAsync(new(Slug, "h", editions), None);
        await Writer.CompleteAsync(None);
    }

    private async Task<IEnumerable<string>> TitlesAsync(string? language) =>
        (await Reader.FindAsync(Slug, language, None))!.Sections.Select(section => section.Title);
}
