using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Tests;

/// <summary>When times link to the recording.</summary>
public abstract class MediaContract(StoreEngine engine) : StoreContract(engine)
{
    private const string Video = "https://video.example/watch?v=1";

    private static readonly Sample Talk = new("Talk") { MediaUrl = Video, DurationSeconds = 60 };

    [Fact]
    public async Task Times_link_to_a_recording_of_the_episode_s_own()
    {
        await WriteAsync(Talk, new Sample("Other") { MediaUrl = Video + "2" });
        Assert.Equal(Video, (await FindAsync(Talk)).TimedMediaUrl);
    }

    [Fact]
    public async Task A_recording_that_two_episodes_claim_is_linked_as_a_whole_only()
    {
        await WriteAsync(Talk, new Sample("Other") { MediaUrl = Video });
        var episode = await FindAsync(Talk);
        Assert.Null(episode.TimedMediaUrl);
        Assert.Equal(Video, episode.Summary.MediaUrl);
        Assert.Contains(episode.Diagnostics, diagnostic => diagnostic.Code == "media.shared");

        await Writer.RemoveAsync(EpisodeSlug.From("Other"), None);
        Assert.Equal(Video, (await FindAsync(Talk)).TimedMediaUrl);
    }

    [Fact]
    public async Task A_recording_that_ends_before_the_words_is_of_something_else()
    {
        await WriteAsync(Talk with { DurationSeconds = 19 });
        Assert.Null((await FindAsync(Talk)).TimedMediaUrl);
    }

    [Fact]
    public async Task Topics_are_one_whatever_their_case()
    {
        await WriteAsync(new Sample("One") { Topics = ["Machine Learning", "Craft"] }, new Sample("Two") { Topics = ["machine learning"] });
        Assert.Equal(
            [("machine-learning", 2), ("craft", 1)],
            (await Reader.TopicsAsync(None)).Select(topic => (topic.Slug.Value, topic.EpisodeCount)));
        Assert.Equal((await Reader.TopicsAsync(None))[0], await Reader.FindTopicAsync(EpisodeSlug.From("MACHINE learning"), None));
        Assert.Null(await Reader.FindTopicAsync(EpisodeSlug.From("machine"), None));
    }

    private async Task<Episode> FindAsync(Sample sample) => (await Reader.FindAsync(sample.Slug, null, None))!;
}
