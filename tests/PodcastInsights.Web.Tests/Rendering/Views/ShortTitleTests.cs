using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering.Views;

namespace PodcastInsights.Web.Tests.Rendering.Views;

public sealed class ShortTitleTests
{
    [Theory]
    [InlineData("Ida Brandt - Tidal Stairs", "ida-brandt", "Ida Brandt", null)] // the file is named for the guest: so is the heading
    [InlineData("Ida Brandt - Tidal Stairs", "ida-brandt-2", "Ida Brandt", null)] // a second visit
    [InlineData("Season 2 - The Bread Wars", "season-2-the-bread-wars", "Season 2 - The Bread Wars", null)] // the file's whole name
    [InlineData("Tides - the moon", "tides-the-moon-2", "Tides - the moon", null)]
    [InlineData("Counting stairs | Ida Brandt", "stairs", "Counting stairs", "Ida Brandt")]
    [InlineData("Rising - and falling | Ida Brandt (harbour master)", "stairs", "Rising - and falling", "Ida Brandt (harbour master)")]
    [InlineData("Counting stairs | the second part", "stairs", "Counting stairs | the second part", null)] // nobody's name
    [InlineData("2024-05-06 Counting stairs", "x", "Counting stairs", null)] // the date stands beside it
    [InlineData("2023-01-01 Counting stairs", "x", "2023-01-01 Counting stairs", null)] // another date says something
    [InlineData("2024-05-06 ", "x", "2024-05-06 ", null)]
    public void A_heading_leaves_out_what_stands_beside_it(string title, string slug, string heading, string? byline)
    {
        var shown = ShortTitle.Of(new EpisodeSummary(
            EpisodeSlug.From(slug),
            new Dictionary<string, string> { ["en"] = title },
            Show: null,
            Guests: ["Ida Brandt"],
            Topics: [],
            PublishedOn: new DateOnly(2024, 5, 6),
            DurationSeconds: null,
            MediaUrl: null,
            TurnCount: 1,
            WordCount: 1,
            Sources: []));
        Assert.Equal((heading, byline), (shown.Text, shown.Byline));
    }
}
