using System.Buffers.Binary;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Cards;

namespace PodcastInsights.Web.Tests.Cards;

public sealed class CardEndpointsTests(WebApp app)
{
    [Theory]
    [InlineData("")]
    [InlineData("/zh")]
    public async Task An_episode_unfurls_with_its_card(string site)
    {
        var page = await app.GetPageAsync($"{site}/episodes/{SampleLibrary.Timed}");
        var said = page.All("meta").Where(meta => meta.Attribute("property") is not null)
            .ToDictionary(meta => (string)meta.Attribute("property")!, meta => (string)meta.Attribute("content")!);
        Assert.Equal(("1200", "630"), (said["og:image:width"], said["og:image:height"]));
        Assert.Contains(page.All("meta"), meta => (string?)meta.Attribute("content") == "summary_large_image");

        var picture = new Uri(said["og:image"], UriKind.Absolute);
        using var card = await app.Client.GetAsync(picture);
        Assert.Equal("image/png", card.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(card.Headers.ETag);
        var png = await card.Content.ReadAsByteArrayAsync();
        Assert.Equal((1200, 630), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
    }

    [Fact]
    public async Task An_episode_s_card_is_in_the_language_of_the_page()
    {
        var slug = SampleLibrary.Twins;
        Assert.NotEqual(
            await app.Client.GetByteArrayAsync($"/cards/{slug}/episode.png?lang=en"),
            await app.Client.GetByteArrayAsync($"/cards/{slug}/episode.png?lang=zh"));
    }

    [Fact]
    public async Task What_is_no_episode_has_no_card() =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync("/cards/no-such-episode/episode.png")).StatusCode);

    [Theory]
    [InlineData("en", "8 February 2024 · 0:12", "Mira", "The copper ketch leaked, and yet it was the best of all boats that we had.")]
    [InlineData("zh", "2024年2月8日 · 0:12", "小雨", "木船会说话，只是大多数人没有耐心听，所以我们每天早上都去港口。")]
    public async Task A_card_names_show_site_and_moment_in_the_language_of_the_words(string language, string date, string speaker, string words)
    {
        var text = $"""
            ---
            title: Ketches
            show: Slow Boats
            date: 2024-02-08
            language: {language}
            ---
            **{speaker}** (00:12): {words}

            **Petra** (01:05): {words} {words}
            """;
        await using var own = await EditedLibrary.StartAsync("Ketches.md", text);
        var episodes = own.Services.GetRequiredService<IEpisodeReader>();
        var slug = EpisodeSlug.From("ketches");
        var episode = await episodes.FindAsync(slug, null, CancellationToken.None);
        var match = await episodes.FindTurnAsync(slug, episode!.Turns[0].Id, null, null, CancellationToken.None);

        var card = CardEndpoints.QuoteCardOf(match!, CardSite.Named("PodcastInsights"));
        Assert.Equal((words, speaker, "Slow Boats", date, "PodcastInsights"), (card!.Quote, card.Speakers, card.Show, card.Date, card.Site.Name));
        Assert.Equal(language == "zh" ? "zh-Hans" : "en", card.Language);

        var whole = CardEndpoints.EpisodeCardOf(episode, language, CardSite.Named("PodcastInsights"));
        Assert.Equal(("Ketches", "Slow Boats"), (whole.Title, whole.Show));
        Assert.Contains(speaker, whole.Speakers, StringComparison.Ordinal);
    }
}
