using CsCheck;
using PodcastInsights.Core.Exports;
using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.EpisodeJson;
using PodcastInsights.Core.Transcripts.EpisodeMarkdown;
using PodcastInsights.Core.Transcripts.EpisodeText;

namespace PodcastInsights.Core.Tests.Exports;

/// <summary>The exports that hold an episode word for word.</summary>
public sealed class WholeRoundTripTests
{
    private const int Episodes = 500;

    [Fact]
    public Task Markdown_read_again_is_the_same_episode() => Check(new MarkdownExport(), new EpisodeMarkdownFormat(), passages: true);

    [Fact]
    public Task Plain_text_read_again_is_the_same_episode() => Check(new PlainTextExport(), new EpisodeTextFormat(), passages: false);

    [Fact]
    public Task Json_read_again_is_the_same_episode() => Check(new EpisodeJsonExport(), new EpisodeJsonFormat(), passages: true);

    private static Task Check(IEpisodeExport export, ITranscriptFormat format, bool passages) => SampleEpisodes.All.SampleAsync(
        async episode =>
        {
            var text = await RoundTrip.TextOf(export, episode);
            var source = new SourceText($"ada-quill.{export.Extension}", text);
            var draft = format.Parse(source);

            Assert.Equal(1, format.Vote(source).Share);
            Assert.Equal(RoundTrip.Turns(episode), RoundTrip.Turns(draft));
            Assert.Equal(RoundTrip.Metadata(episode), RoundTrip.Metadata(draft));
            Assert.Equal(passages ? RoundTrip.Passages(episode) : "", passages ? RoundTrip.Passages(draft) : "");
            Assert.Empty(draft.Diagnostics.Items);
        },
        iter: Episodes);
}
