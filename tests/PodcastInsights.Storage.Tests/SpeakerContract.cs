using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Tests;

public abstract class SpeakerContract(StoreEngine engine) : StoreContract(engine)
{
    private static readonly EpisodeSlug Mina = EpisodeSlug.From("Mina Host");

    private static readonly Sample Older = new("Older")
    {
        Title = "Older",
        PublishedOn = new DateOnly(2020, 1, 1),
        Turns = [("Mina Host", ["One two."]), ("Ada Byron", ["Mine."]), ("Mina Host", ["Three."])],
    };

    private static readonly Sample Newer = new("Newer")
    {
        Title = "Newer",
        PublishedOn = new DateOnly(2024, 1, 1),
        Turns = [("Mina Host", ["Four."]), (null, ["Nobody's."]), ("Mina Host", ["Five.", "Six."]), ("Mina Host", ["Seven."])],
    };

    private static readonly Sample Third = new("Third")
    {
        Title = "Third",
        Guest = "Ärzte Im Norden",
        Turns = [("Ärzte Im Norden", ["Eight."])],
    };

    [Fact]
    public async Task A_speaker_is_counted_across_episodes()
    {
        await WriteAsync(Older, Newer);

        var profile = await Reader.FindSpeakerAsync(Mina, 1, 10, false, None);

        Assert.Equal(("Mina Host", 2, 5, 7), (profile!.Name, profile.EpisodeCount, profile.TurnCount, profile.WordCount));
    }

    [Theory]
    [InlineData(1, 2, false, "newer 1|newer 3")]
    [InlineData(2, 2, false, "newer 4|older 1")]       // a page may span episodes
    [InlineData(3, 2, false, "older 3")]
    [InlineData(4, 2, false, "")]
    [InlineData(int.MaxValue, 100, false, "")]
    [InlineData(1, 3, true, "older 1|older 3|newer 1")]
    public async Task A_speakers_turns_are_paged_episode_by_episode(int page, int size, bool oldestFirst, string turns)
    {
        await WriteAsync(Older, Newer);

        var profile = await Reader.FindSpeakerAsync(Mina, page, size, oldestFirst, None);

        Assert.Equal(5, profile!.Turns.Total);
        Assert.Equal(turns, string.Join('|', profile.Turns.Items.Select(turn => $"{turn.Episode} {turn.Id.Number}")));
    }

    [Fact]
    public async Task A_speakers_turn_shows_its_opening_words()
    {
        var words = string.Join(' ', Enumerable.Repeat("patterns", 100));
        await WriteAsync(new Sample("Long") { Title = "Long talk", Turns = [("Mina Host", [words])] });

        var turn = (await Reader.FindSpeakerAsync(Mina, 1, 10, false, None))!.Turns.Items.Single();

        Assert.StartsWith("patterns patterns", turn.Excerpt, StringComparison.Ordinal);
        Assert.EndsWith("patterns…", turn.Excerpt, StringComparison.Ordinal);
        Assert.Equal("Long talk", turn.EpisodeTitles["en"]);
    }

    [Fact]
    public async Task A_speaker_of_two_editions_is_counted_once()
    {
        var other = new Sample("Older") { Language = "zh", Turns = [("Mina Host", ["一。"]), ("Li Wei", ["二。"])] };
        await WriteAsync(Older with { FurtherEditions = [other.Edition()] });

        Assert.Equal(2, (await Reader.FindSpeakerAsync(Mina, 1, 10, false, None))!.TurnCount);
        Assert.Equal(1, (await Reader.FindSpeakerAsync(EpisodeSlug.From("Li Wei"), 1, 10, false, None))!.TurnCount);
    }

    [Theory]
    [InlineData(SpeakerOrder.Name, "Ada Byron 1/0 1|Mina Host 2/2 5|Ärzte Im Norden 1/0 1")]
    [InlineData(SpeakerOrder.Episodes, "Mina Host 2/2 5|Ada Byron 1/0 1|Ärzte Im Norden 1/0 1")]
    public async Task Speakers_are_listed_with_what_they_did_in_all_episodes(SpeakerOrder order, string speakers)
    {
        await WriteAsync(Older, Newer, Third);

        Assert.Equal(speakers, await ListAsync(new SpeakerListQuery(Order: order)));
    }

    [Theory]
    [InlineData("mina-host", "Mina Host")]
    [InlineData("mina-host arzte-im-norden nobody", "Mina Host|Ärzte Im Norden")]
    [InlineData("", "")]
    public async Task Only_the_speakers_that_were_chosen_are_listed(string among, string names)
    {
        await WriteAsync(Older, Newer, Third);

        var slugs = among.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(EpisodeSlug.From).ToList();
        var page = await Reader.SpeakersAsync(new SpeakerListQuery(Among: slugs), None);

        Assert.Equal(names, string.Join('|', page.Items.Select(speaker => speaker.Name)));
        Assert.Equal(page.Items.Count, page.Total);
    }

    [Theory]
    [InlineData(1, "Ada Byron|Mina Host")]
    [InlineData(2, "Ärzte Im Norden")]
    [InlineData(3, "")]
    [InlineData(int.MaxValue, "")]
    public async Task The_list_of_speakers_is_paged_and_knows_its_total(int number, string names)
    {
        await WriteAsync(Older, Newer, Third);

        var page = await Reader.SpeakersAsync(new SpeakerListQuery(number, PageSize: 2), None);

        Assert.Equal((3, number, 2), (page.Total, page.Number, page.Size));
        Assert.Equal(names, string.Join('|', page.Items.Select(speaker => speaker.Name)));
    }

    [Fact]
    public async Task A_machines_name_for_a_voice_is_not_in_the_list_of_speakers()
    {
        var file = new Sample("Lab") { Turns = [("Mina Host", ["One."]), ("Speaker 3", ["Two."])] }.Build();
        var edition = file.Editions[0];
        await Writer.WriteAsync(
            file with
            {
                Editions =
                [
                    edition with
                    {
                        Speakers = edition.Speakers
                            .Select(s => s.Name == "Speaker 3" ? s with { Slug = EpisodeSlug.From("lab Speaker 3") } : s)
                            .ToList(),
                    },
                ],
            },
            None);

        Assert.Equal("Mina Host 1/1 1", await ListAsync(new SpeakerListQuery()));
    }

    [Fact]
    public async Task A_speaker_whose_episode_is_removed_is_listed_no_more()
    {
        await WriteAsync(Older, Newer);

        await Writer.RemoveAsync(Older.Slug, None);

        Assert.Equal("Mina Host 1/1 3", await ListAsync(new SpeakerListQuery()));
    }

    [Fact]
    public async Task Nobody_of_that_name_is_null()
    {
        await WriteAsync(Older);

        Assert.Null(await Reader.FindSpeakerAsync(EpisodeSlug.From("Nobody"), 1, 10, false, None));
    }

    private async Task<string> ListAsync(SpeakerListQuery query) => string.Join(
        '|',
        (await Reader.SpeakersAsync(query, None)).Items.Select(speaker => FormattableString.Invariant(
            $"{speaker.Name} {speaker.EpisodeCount}/{speaker.HostedCount} {speaker.TurnCount}")));
}
