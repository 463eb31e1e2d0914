using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering.Views;

namespace PodcastInsights.Web.Tests.Rendering.Views;

public sealed class SpeakerLanesTests
{
    [Fact]
    public void Hosts_are_first_then_speakers_by_words_and_breaks_have_no_lane()
    {
        var lanes = new SpeakerLanes(
        [
            Said("Guest", SpeakerRole.Guest, 90), Said("Quiet guest", SpeakerRole.Guest, 5),
            Said("Host", SpeakerRole.Host, 20), Said("Break", SpeakerRole.Other, 0),
        ]);
        Assert.Equal((1, 2, 3, 3), (lanes.Of("Host"), lanes.Of("Guest"), lanes.Of("Quiet guest"), lanes.Count));
        Assert.Equal(lanes.Count, lanes.Of("Break"));
        Assert.Equal(lanes.Count, lanes.Of(null));
    }

    [Fact]
    public void Turns_without_a_speaker_have_no_speakers_colour()
    {
        var lanes = new SpeakerLanes([Said("Host", SpeakerRole.Host, 20), Said("Second host", SpeakerRole.Host, 9), Said("Guest", SpeakerRole.Guest, 90)]);
        Assert.Equal(["lane1", "lane2", "lane3", "lane4", "lane4"], new[] { "Host", "Second host", "Guest", null, "Unheard" }.Select(lanes.ClassOf));
    }

    [Fact]
    public void Where_many_speak_the_last_lane_is_for_the_rest()
    {
        var lanes = new SpeakerLanes([.. Enumerable.Range(1, 9).Select(i => Said($"Voice {i}", SpeakerRole.Other, 100 - i))]);
        Assert.Equal([1, 2, 3, 4, 4, 4, 4, 4, 4], Enumerable.Range(1, 9).Select(i => lanes.Of($"Voice {i}")));
    }

    [Fact]
    public void Where_nobody_speaks_there_is_one_empty_lane() => Assert.Equal(1, new SpeakerLanes([]).Count);

    private static Speaker Said(string name, SpeakerRole role, int words) => new(name, EpisodeSlug.From(name), role, 1, words);
}
