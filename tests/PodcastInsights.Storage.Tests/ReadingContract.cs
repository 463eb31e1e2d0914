using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Storage.Tests;

public abstract class ReadingContract(StoreEngine engine) : StoreContract(engine)
{
    [Fact]
    public async Task Everything_that_is_written_comes_back()
    {
        var opening = TurnId.Of(1, "Welcome back.");
        var answer = TurnId.Of(2, "你好 and hello 🙂");
        var file = new Edition(
            "shows/Grace Møller.zh.md",
            "zh",
            "archive",
            new Dictionary<string, string> { ["en"] = "Grace Møller on compilers", ["zh"] = "编译器" },
            new Dictionary<string, string> { ["zh"] = "她写编译器。" },
            "Workshop Radio",
            "A talk \"about\" <tools>.",
            ["Tools", "C#"],
            new DateOnly(2024, 2, 29),
            3723,
            "https://example.org/a.mp3?x=1&y=2",
            [
                new Speaker("Mina Host", EpisodeSlug.From("Mina Host"), SpeakerRole.Host, 1, 7),
                new Speaker("Grace Møller", EpisodeSlug.From("Grace Møller"), SpeakerRole.Guest, 1, 4),
                new Speaker("Speaker 3", EpisodeSlug.From("Speaker 3"), SpeakerRole.Other, 0, 0),
            ],
            [
                new Turn(opening, 1, "Mina Host", SpeakerInferred: true, new Timestamp(0), [
                    new Paragraph(@"Welcome \[00:00] *back*.", new Timestamp(0), sponsor: false, "en", MarkdownText.Read(@"Welcome \[00:00] *back*.")),
                    new Paragraph("Brought to you by Acme.", new Timestamp(4_500), sponsor: true, "en"),
                ]),
                new Turn(
                    answer,
                    2,
                    "Grace Møller",
                    SpeakerInferred: false,
                    Start: null,
                    [new Paragraph("你好 and hello 🙂", null, sponsor: false, "zh")]),
                new Turn(
                    TurnId.Of(3, "…"),
                    3,
                    Speaker: null,
                    SpeakerInferred: false,
                    Start: null,
                    [new Paragraph("…", null, sponsor: false, "en")]),
            ],
            [new Note(opening, 0, "(applause)"), new Note(answer, 1, "(laughs)")],
            [new Section(1, "Part 1: <Hello> 🙂", null, answer), new Section(2, "你好", new Timestamp(61_500), answer)],
            [new Takeaway(1, "Tools", "Build tools.\n\nThen use them.", answer), new Takeaway(2, "Lost", "Nobody says this.", null)],
            [new SponsorRead("Acme", "https://acme.example", opening, 2, 2), new SponsorRead(null, null, opening, 2, 2)],
            [new Diagnostic(DiagnosticSeverity.Warning, "archive.guess", "shows/Grace Møller.zh.md", 12, "Guessed 'x' from \"y\".")]);
        await Writer.WriteAsync(new ImportedEpisode(EpisodeSlug.From("Grace Møller"), "h1", [file]), None);

        var episode = await Reader.FindAsync(EpisodeSlug.From("Grace Møller"), null, None);

        Assert.Equivalent(
            new Episode(
                new EpisodeSummary(
                    EpisodeSlug.From("Grace Møller"),
                    file.Titles,
                    file.Show,
                    ["Grace Møller"],
                    file.Topics,
                    file.PublishedOn,
                    file.DurationSeconds,
                    file.MediaUrl,
                    3,
                    11,
                    [new EpisodeSource("zh", "shows/Grace Møller.zh.md", "en")]),
                "zh",
                file.About,
                file.Description,
                file.Speakers,
                file.Takeaways,
                file.Sponsors,
                file.Turns,
                file.Notes,
                file.Sections,
                file.Diagnostics,
                Twins: [],
                file.MediaUrl),
            episode,
            strict: true);
    }

    [Theory]
    [InlineData("a\u0001b\u007fc")]
    [InlineData("quote ' \" ; -- \\")]
    [InlineData("line\nbreak\r\ttab")]
    [InlineData("👩‍👩‍👧‍👦 é é ﷺ")]
    [InlineData("")]
    public async Task Any_text_comes_back_letter_by_letter(string text)
    {
        await WriteAsync(new Sample("Odd") { Title = text, Turns = [("Mina Host", [text])] });

        var episode = await Reader.FindAsync(EpisodeSlug.From("Odd"), null, None);

        Assert.Equal(text, episode!.Turns[0].Paragraphs[0].Text);
        Assert.Equal(text, episode.Summary.Titles["en"]);
    }

    [Theory]
    [InlineData(0)]        // no engine need have a place for it; JSON, YAML and TOML may hold it as an escape
    [InlineData(0xD800)]
    [InlineData(0xFFFE)]
    public async Task What_is_no_character_comes_back_as_the_sign_for_one(int code)
    {
        var (text, read) = ($"a{(char)code}b", "a\ufffdb");
        var edition = new Sample("Odd") { Title = text, Topics = [text], MediaUrl = text, Turns = [(text, [text])] }.Edition();
        await Writer.WriteAsync(
            new(EpisodeSlug.From("Odd"), "h", [edition with { Show = text, Description = text, Sections = [new Section(1, text, null, edition.Turns[0].Id)] }]),
            None);
        await Writer.CompleteAsync(None);

        var episode = (await Reader.FindAsync(EpisodeSlug.From("Odd"), null, None))!;

        Assert.Equal((read, read), (episode.Turns[0].Paragraphs[0].Text, episode.Turns[0].Speaker));
        Assert.Equal((read, read, read), (episode.Summary.Show, episode.Description, episode.Sections[0].Title));
        Assert.Equal(read, episode.Summary.Titles["en"]);
    }

    [Fact]
    public async Task An_episode_that_is_not_there_is_null() =>
        Assert.Null(await Reader.FindAsync(EpisodeSlug.From("Nobody"), null, None));

    [Fact]
    public async Task A_file_without_title_is_called_after_its_name()
    {
        await WriteAsync(new Sample("Grace Møller") { Language = "zh" });

        var episode = await Reader.FindAsync(EpisodeSlug.From("Grace Møller"), null, None);

        Assert.Equal("Grace Møller", episode!.Summary.Titles["zh"]);
    }

    [Theory]
    [InlineData("Plain words alone.")]
    [InlineData("*One* **two** [three](https://example.org/?a=\"b\"&c=🙂) `four`")]
    [InlineData("A [file](notes/one.md), <ada@example.org> &amp; \\*nothing\\*.")]
    public async Task Markdown_is_stored_as_it_was_read(string text)
    {
        var paragraph = new Paragraph(text, null, sponsor: false, "en", MarkdownText.Read(text));
        var turn = new Turn(TurnId.Of(1, paragraph.Plain), 1, "Ada", SpeakerInferred: false, null, [paragraph]);
        var file = new Sample("a").Edition() with { Turns = [turn] };
        await Writer.WriteAsync(new ImportedEpisode(EpisodeSlug.From("a"), "h1", [file]), None);

        var episode = await Reader.FindAsync(EpisodeSlug.From("a"), null, None);

        Assert.Equal(paragraph, episode!.Turns[0].Paragraphs[0]);
    }
}
