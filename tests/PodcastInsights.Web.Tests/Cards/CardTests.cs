using PodcastInsights.Web.Cards;

namespace PodcastInsights.Web.Tests.Cards;

public sealed class CardTests
{
    private static readonly QuoteCard Quote = new(
        "The boats that waited arrived earlier.", "Mira Okafor", "Slow Boats", "The copper ketch", "8 February 2024 · 12:34", CardSite.Named("PodcastInsights"), "en");

    private static readonly EpisodeCard Episode = new("The copper ketch", "Mira Okafor", "Slow Boats", "8 February 2024", CardSite.Named("PodcastInsights"), "en");

    [Fact]
    public void A_quote_card_shows_all_that_it_knows() => Distinct(
        Quote.Draw(),
        (Quote with { Quote = "The boats that waited arrived later." }).Draw(),
        (Quote with { Speakers = "Petra" }).Draw(),
        (Quote with { Show = null }).Draw(),
        (Quote with { Title = "The spoon" }).Draw(),
        (Quote with { Date = "8 February 2024" }).Draw(),
        (Quote with { Site = CardSite.Named("Tide tables") }).Draw());

    [Fact]
    public void An_episode_card_shows_all_that_it_knows() => Distinct(
        Episode.Draw(),
        (Episode with { Title = "The spoon" }).Draw(),
        (Episode with { Speakers = "" }).Draw(),
        (Episode with { Show = "Fast Boats" }).Draw(),
        (Episode with { Date = "" }).Draw(),
        (Episode with { Site = CardSite.Named("Tide tables") }).Draw());

    [Fact]
    public void A_card_is_the_same_each_time() => Assert.Equal(Quote.Draw(), Quote.Draw());

    public static TheoryData<string> Hostile =>
    [
        "", "\0", $"a{new string('\u0301', 10_000)}", string.Concat(Enumerable.Repeat("👩‍", 300)), new string('(', 600),
        new string('\uFDFD', 40), new string('x', 100_000), "\u202E\u2067", string.Concat(Enumerable.Range(0x13000, 200).Select(char.ConvertFromUtf32)),
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void No_text_makes_it_fail(string text)
    {
        Assert.NotEmpty(new QuoteCard(text, text, text, text, "", CardSite.Named(text), "zh-Hant").Draw());
        Assert.NotEmpty(new EpisodeCard(text, text, text, "", CardSite.Named(text), "ar").Draw());
    }

    private static void Distinct(params byte[][] pictures) =>
        Assert.Equal(pictures.Length, pictures.Select(Convert.ToBase64String).Distinct().Count());
}
