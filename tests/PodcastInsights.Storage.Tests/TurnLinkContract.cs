using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Tests;

public abstract class TurnLinkContract(StoreEngine engine) : StoreContract(engine)
{
    private static readonly EpisodeSlug Slug = EpisodeSlug.From("Talk");

    private static readonly Sample Talk = new("Talk")
    {
        Turns =
        [
            ("Mina Host", ["Yeah."]),
            ("Ada Byron", ["Engines weave patterns."]),
            ("Mina Host", ["Yeah."]),
            ("Ada Byron", ["Looms weave leaves."]),
            ("Mina Host", ["Yeah."]),
        ],
    };

    [Theory]
    [InlineData(4, "Looms weave leaves.", TurnMatchKind.Exact, 4)]
    [InlineData(1, "Looms weave leaves.", TurnMatchKind.Moved, 4)]
    [InlineData(99, "Looms weave leaves.", TurnMatchKind.Moved, 4)]
    [InlineData(3, "Yeah.", TurnMatchKind.Exact, 3)]                     // said three times: the number decides
    [InlineData(6, "Yeah.", TurnMatchKind.Moved, 5)]                     // the nearest
    [InlineData(4, "Yeah.", TurnMatchKind.Moved, 3)]                     // equally near: the earlier
    [InlineData(2, "Words nobody says now.", TurnMatchKind.Edited, 2)]
    public async Task A_link_finds_its_words_and_else_its_number(int number, string words, TurnMatchKind kind, int found)
    {
        await WriteAsync(Talk);

        var match = await Reader.FindTurnAsync(Slug, TurnId.Of(number, words), null, null, None);

        Assert.Equal((kind, found), (match!.Kind, match.Turn.Number));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(int.MaxValue)]
    public async Task A_link_whose_words_and_number_are_gone_is_null(int number)
    {
        await WriteAsync(Talk);

        Assert.Null(await Reader.FindTurnAsync(Slug, TurnId.Of(number, "Words nobody says now."), null, null, None));
    }

    [Fact]
    public async Task A_link_into_an_episode_that_is_gone_is_null() =>
        Assert.Null(await Reader.FindTurnAsync(Slug, TurnId.Of(1, "Yeah."), null, null, None));

    [Theory]
    [InlineData(1, null, 2)]
    [InlineData(3, 2, 4)]
    [InlineData(5, 4, null)]
    public async Task A_turn_comes_with_its_neighbours(int number, int? before, int? after)
    {
        await WriteAsync(Talk);

        var match = await Reader.FindTurnAsync(Slug, TurnId.Of(number, "Yeah."), null, null, None);

        Assert.Equal((before, after), (match!.Before?.Number, match.After?.Number));
    }

    [Fact]
    public async Task A_turn_comes_with_the_sponsor_reads_and_notes_of_its_edition()
    {
        var id = TurnId.Of(2, "Engines weave patterns.");
        var read = new SponsorRead("Loomworks", null, id, 1, 1);
        var note = new Note(id, 1, "(applause)");
        await Writer.WriteAsync(new(Slug, "h", [Talk.Edition() with { Sponsors = [read], Notes = [note] }]), None);

        var match = await Reader.FindTurnAsync(Slug, id, null, null, None);

        Assert.Equal([read], match!.Sponsors);
        Assert.Equal([note], match.Notes);
    }

    [Fact]
    public async Task A_turn_comes_with_its_episode_and_its_speakers_role()
    {
        await WriteAsync(Talk);

        var match = await Reader.FindTurnAsync(Slug, TurnId.Of(2, "Engines weave patterns."), null, null, None);

        Assert.Equal(
            ("talk", "en", SpeakerRole.Guest),
            (match!.Episode.Slug.Value, match.Language, match.Speakers.Single(speaker => speaker.Name == match.Turn.Speaker).Role));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task A_link_finds_its_words_in_whichever_edition_has_them(string? asked)
    {
        var other = new Sample("Talk") { Language = "zh", Turns = [("Mina Host", ["大家好。"])] };
        await WriteAsync(Talk with { FurtherEditions = [other.Edition()] });

        var match = await Reader.FindTurnAsync(Slug, TurnId.Of(1, "大家好。"), null, asked, None);

        Assert.Equal((TurnMatchKind.Exact, "zh", "大家好。"), (match!.Kind, match.Language, match.Turn.Paragraphs[0].Text));
    }

    [Fact]
    public async Task Words_that_two_editions_share_are_found_in_the_one_asked_for()
    {
        var other = new Sample("Talk") { Language = "zh", Turns = [("Mina Host", ["Yeah."])] };
        await WriteAsync(Talk with { FurtherEditions = [other.Edition()] });

        Assert.Equal("zh", (await Reader.FindTurnAsync(Slug, TurnId.Of(5, "Yeah."), null, "zh", None))!.Language);
        Assert.Equal("en", (await Reader.FindTurnAsync(Slug, TurnId.Of(5, "Yeah."), null, null, None))!.Language);
    }
}
