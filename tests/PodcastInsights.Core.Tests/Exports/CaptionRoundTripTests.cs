using CsCheck;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Exports;
using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.PodcastJson;
using PodcastInsights.Core.Transcripts.SubRip;
using PodcastInsights.Core.Transcripts.Turns;
using PodcastInsights.Core.Transcripts.WebVtt;

namespace PodcastInsights.Core.Tests.Exports;

/// <summary>The exports that hold speakers, words and times, and nothing else.</summary>
public sealed class CaptionRoundTripTests
{
    private const int Episodes = 500;

    [Fact]
    public Task WebVtt_read_again_has_the_same_turns() => Check(new WebVttExport(), new WebVttFormat(), name => name);

    [Fact]
    public Task SubRip_read_again_has_the_same_turns() =>
        Check(new SubRipExport(), new SubRipFormat(), name => name.Replace(':', '\uA789').Replace('[', '\uFF3B'));

    [Fact]
    public Task Podcast_json_read_again_has_the_same_turns() => Check(new PodcastJsonExport(), new PodcastJsonFormat(), name => name);

    private static Task Check(IEpisodeExport export, ITranscriptFormat format, Func<string, string> name) =>
        SampleEpisodes.All.Where(export.CanHold).SampleAsync(
        async episode =>
        {
            var text = await RoundTrip.TextOf(export, episode);
            var source = new SourceText($"ada-quill.{export.Extension}", text);
            var draft = format.Parse(source);
            TurnJoiner.Join(draft);

            Assert.True(format.Vote(source).Share > 0.9, $"{format.Vote(source)}");
            var unparted = WithoutSections(episode);
            Assert.Equal(Speech(unparted, name), Speech(draft));
            Assert.Equal(Times(unparted), Times(draft, unparted));
            Assert.Equal(episode.Language, draft.Language ?? episode.Language);
        },
        iter: Episodes);

    // Headings are not held: where one parts what a speaker says, it comes back as one turn.
    private static Episode WithoutSections(Episode episode)
    {
        var turns = new List<Turn>();
        foreach (var turn in episode.Turns)
        {
            if (turns is [.., var last] && last.Speaker == turn.Speaker)
            {
                turns[^1] = last with { Paragraphs = [.. last.Paragraphs, .. turn.Paragraphs] };
            }
            else
            {
                turns.Add(turn);
            }
        }

        return episode with { Turns = turns };
    }

    // Where a line ends and where a paragraph does is not held.
    private static string Speech(Episode episode, Func<string, string> name) => string.Join('\n', episode.Turns.Select(turn =>
        $"{name(turn.Speaker ?? "Unknown")}: {Unspaced(turn.Paragraphs.Select(paragraph => paragraph.Text))}"));

    private static string Speech(EditionDraft draft) => string.Join('\n', draft.Turns.Select(turn =>
        $"{turn.Speaker}: {Unspaced(turn.Paragraphs.Select(paragraph => paragraph.Text))}"));

    private static string Times(Episode episode) => string.Join('\n', episode.Turns.Select(turn => turn.Paragraphs[0].Start ?? turn.Start));

    // A turn without a time comes back with an estimated one.
    private static string Times(EditionDraft draft, Episode episode) => string.Join('\n', draft.Turns.Zip(episode.Turns, (read, turn) =>
        (turn.Paragraphs[0].Start ?? turn.Start) is null ? null : read.Start));

    private static string Unspaced(IEnumerable<string> texts) =>
        string.Concat(string.Concat(texts).Where(character => !char.IsWhiteSpace(character)));
}
