using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Tests;

public abstract class EditionContract(StoreEngine engine) : StoreContract(engine)
{
    private static readonly Sample Chinese = new("Talk") { Language = "zh", Title = "谈话" };

    private static readonly EpisodeSlug Slug = EpisodeSlug.From("Talk");

    [Fact]
    public async Task Editions_with_the_same_turns_are_found_as_one()
    {
        await WriteAsync(new Sample("Talk") { FurtherEditions = [Chinese.Edition()] });

        Assert.Equal(1, (await SearchAsync("workshop")).Total);
        Assert.Equal(2, (await Reader.FindAsync(Slug, "zh", None))!.Turns.Count);
    }

    [Fact]
    public async Task An_edition_has_its_own_takeaways_though_it_shares_its_turns()
    {
        var takeaway = new Takeaway(1, "欢迎", "大家好。", null);
        await WriteAsync(new Sample("Talk") { FurtherEditions = [Chinese.Edition() with { Takeaways = [takeaway] }] });

        Assert.Equal([takeaway], (await Reader.FindAsync(Slug, "zh", None))!.Takeaways);
        Assert.Empty((await Reader.FindAsync(Slug, "en", None))!.Takeaways);
    }

    [Theory]
    [InlineData("zh", "zh", "大家好。")]
    [InlineData("en", "en", "Welcome to the workshop, everyone.")]
    [InlineData(null, "en", "Welcome to the workshop, everyone.")]   // the first edition is the default
    [InlineData("fr", "en", "Welcome to the workshop, everyone.")]   // no such edition
    public async Task Editions_that_differ_are_chosen_by_language(string? asked, string given, string opening)
    {
        await WriteAsync(new Sample("Talk") { FurtherEditions = [(Chinese with { Turns = [("Mina Host", ["大家好。"])] }).Edition()] });

        var episode = await Reader.FindAsync(Slug, asked, None);

        Assert.Equal((given, opening), (episode!.Language, episode.Turns[0].Paragraphs[0].Text));
    }

    [Fact]
    public async Task What_is_found_in_another_edition_than_the_default_says_in_which()
    {
        await WriteAsync(new Sample("Talk") { FurtherEditions = [(Chinese with { Turns = [("米娜", ["大家好。"])] }).Edition()] });

        Assert.Equal([null], (await SearchAsync("workshop")).Items.Select(hit => hit.Edition));
        Assert.Equal(["zh"], (await SearchAsync("大家好")).Items.Select(hit => hit.Edition));
        Assert.Equal(
            ["zh"], (await Reader.FindSpeakerAsync(EpisodeSlug.From("米娜"), 1, 10, false, None))!.Turns.Items.Select(turn => turn.Edition));
        Assert.Equal(
            [null], (await Reader.FindSpeakerAsync(EpisodeSlug.From("Mina Host"), 1, 10, false, None))!.Turns.Items.Select(turn => turn.Edition));
    }

    [Fact]
    public async Task What_one_file_alone_knows_holds_for_the_episode_and_the_earlier_is_believed()
    {
        var first = new Sample("Talk") { Title = "Talk", Topics = ["Tools"] }.Edition() with
        {
            About = new Dictionary<string, string> { ["en"] = "First." },
        };
        var second = Chinese.Edition() with
        {
            Titles = new Dictionary<string, string> { ["en"] = "Other", ["zh"] = "谈话" },
            About = new Dictionary<string, string> { ["en"] = "Second.", ["zh"] = "关于" },
            Topics = ["Tools", "Work"],
            Show = "Workshop Radio",
            PublishedOn = new DateOnly(2020, 1, 2),
            DurationSeconds = 60,
            MediaUrl = "https://example.org/",
            Diagnostics = [new Diagnostic(DiagnosticSeverity.Info, "x", "Talk.zh.md", 1, "m")],
        };
        await Writer.WriteAsync(new(Slug, "h", [first, second]), None);

        var episode = (await Reader.FindAsync(Slug, null, None))!;

        Assert.Equal(new Dictionary<string, string> { ["en"] = "Talk", ["zh"] = "谈话" }, episode.Summary.Titles);
        Assert.Equal(new Dictionary<string, string> { ["en"] = "First.", ["zh"] = "关于" }, episode.About);
        Assert.Equal(["Tools", "Work"], episode.Summary.Topics);
        Assert.Equal("Workshop Radio", episode.Summary.Show);
        Assert.Equal(new DateOnly(2020, 1, 2), episode.Summary.PublishedOn);
        Assert.Equal(60, episode.Summary.DurationSeconds);
        Assert.Equal("https://example.org/", episode.Summary.MediaUrl);
        Assert.Equal([new EpisodeSource("en", "Talk.md"), new EpisodeSource("zh", "Talk.zh.md")], episode.Summary.Sources);
        Assert.Single(episode.Diagnostics);
    }
}
