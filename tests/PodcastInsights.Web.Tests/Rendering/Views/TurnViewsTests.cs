using Microsoft.AspNetCore.Http;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Views;

namespace PodcastInsights.Web.Tests.Rendering.Views;

public sealed class TurnViewsTests
{
    [Theory]
    [InlineData("Ada", "/speakers/ada-quill")] // the library knows who is called so
    [InlineData("Bo", null)]
    [InlineData(null, null)]
    public void A_turn_leads_to_the_person_whatever_it_calls_them(string? name, string? link)
    {
        var views = new TurnViews(
            new SiteLinks(new DefaultHttpContext()),
            EpisodeSlug.From("Looms"),
            new("en", null),
            linkedEdition: null,
            [new Speaker("Ada", EpisodeSlug.From("Ada Quill"), SpeakerRole.Guest, 1, 3)],
            sponsors: [],
            notes: [],
            recording: null);

        Assert.Equal(link, views.Of(new Turn(TurnId.Of(1, "we lit lamps"), 1, name, false, null, [])).SpeakerLink);
    }

    [Fact]
    public void A_turn_has_the_colour_of_its_speaker_whatever_their_role()
    {
        Speaker[] speakers = [new("Ada", EpisodeSlug.From("Ada"), SpeakerRole.Host, 1, 9), new("Bo", EpisodeSlug.From("Bo"), SpeakerRole.Host, 1, 3)];
        var views = new TurnViews(new SiteLinks(new DefaultHttpContext()), EpisodeSlug.From("Looms"), new("en", null), null, speakers, [], [], null);
        var colours = speakers.Select(speaker => views.Of(new Turn(TurnId.Of(1, "we lit lamps"), 1, speaker.Name, false, null, [])).Lane);
        Assert.Equal(["lane1", "lane2"], colours);
    }
}
