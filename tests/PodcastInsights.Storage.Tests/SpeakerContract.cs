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

    [Fact]
    public async Task A_speaker_is_counted_across_episodes()
    {
        await WriteAsync(Older, Newer);

        var profile = await Reader.FindSpeakerAsync(Mina, 1, 10, None);

        Assert.Equal(("Mina Host", 2, 5, 7), (profile!.Name, profile.EpisodeCount, profile.TurnCount, profile.WordCount));
        Assert.Equal(["newer", "older"], profile.Episodes.Select(episode => episode.Slug.Value));
    }

    [Theory]
    [InlineData(1, 2, "newer 1|newer 3")]
    [InlineData(2, 2, "newer 4|older 1")]       // a page may span episodes
    [InlineData(3, 2, "older 3")]
    [InlineData(4, 2, "")]
    [InlineData(int.MaxValue, 100, "")]
    public async Task A_speakers_turns_are_paged_newest_episode_first(int page, int size, string turns)
    {
        await WriteAsync(Older, Newer);

        var profile = await Reader.FindSpeakerAsync(Mina, page, size, None);

        Assert.Equal(5, profile!.Turns.Total);
        Assert.Equal(turns, string.Join('|', profile.Turns.Items.Select(turn => $"{turn.Episode} {turn.Id.Number}")));
    }

    [Fact]
    public async Task A_speakers_turn_shows_its_opening_words()
    {
        var words = string.Join(' ', Enumerable.Repeat("patterns", 100));
        await WriteAsync(new Sample("Long") { Title = "Long talk", Turns = [("Mina Host", [words])] });

        var turn = (await Reader.FindSpeakerAsync(Mina, 1, 10, None))!.Turns.Items.Single();

        Assert.StartsWith("patterns patterns", turn.Excerpt, StringComparison.Ordinal);
        Assert.EndsWith("patterns…", turn.Excerpt, StringComparison.Ordinal);
        Assert.Equal("Long talk", turn.EpisodeTitles["en"]);
    }

    [Fact]
    public async Task A_speaker_of_two_editions_is_counted_once()
    {
        var other = new Sample("Older") { Language = "zh", Turns = [("Mina Host", ["一。"]), ("Li Wei", ["二。"])] };
        await WriteAsync(Older with { FurtherEditions = [other.Transcript()] });

        Assert.Equal(2, (await Reader.FindSpeakerAsync(Mina, 1, 10, None))!.TurnCount);
        Assert.Equal(1, (await Reader.FindSpeakerAsync(EpisodeSlug.From("Li Wei"), 1, 10, None))!.TurnCount);
    }

    [Fact]
    public async Task Nobody_of_that_name_is_null()
    {
        await WriteAsync(Older);

        Assert.Null(await Reader.FindSpeakerAsync(EpisodeSlug.From("Nobody"), 1, 10, None));
    }
}
