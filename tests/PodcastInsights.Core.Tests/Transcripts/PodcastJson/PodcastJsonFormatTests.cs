using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.PodcastJson;
using PodcastInsights.Core.Transcripts.WhisperJson;

namespace PodcastInsights.Core.Tests.Transcripts.PodcastJson;

public sealed class PodcastJsonFormatTests
{
    [Theory]
    [InlineData("", 1)]
    [InlineData("not json", 1)]
    [InlineData("{", 1)]
    [InlineData("{\n\"segments\": [\n{", 3)]
    [InlineData("{\"segments\": [\n{\"body\": \"One.\"},\n{\"body\" \"Two.\"}]}", 3)]
    public void A_file_that_is_no_json_says_where(string text, int line)
    {
        var diagnostic = Assert.Single(Parse(text).Diagnostics.Items, diagnostic => diagnostic.Code == "podcast-json.broken");

        Assert.Equal(line, diagnostic.Line);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"segments\": 5}")]
    [InlineData("{\"segments\": [1, \"two\", null, [3]]}")]
    [InlineData("{\"segments\": []}")]
    public void Json_without_segments_has_no_turns_and_gets_no_vote(string text)
    {
        Assert.Empty(Parse(text).Turns);
        Assert.Equal(0, new PodcastJsonFormat().Vote(new SourceText("a.json", text)).Share);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("\"soon\"")]
    [InlineData("null")]
    [InlineData("1e300")]
    [InlineData("{}")]
    public void A_time_that_is_none_is_left_out_and_the_words_stay(string time) =>
        Assert.Equal("Ada\n  One.\n", DraftText.Of(Parse($$"""{"segments":[{"speaker":"Ada","startTime":{{time}},"body":"One."}]}""")));

    [Fact]
    public void Segments_without_words_are_named_unless_they_are_empty() =>
        Assert.Equal(
            "Ada\n  One.\n! 3 podcast-json.segment-without-words\n",
            DraftText.Of(Parse("{\"segments\":[\n{\"speaker\":\"Ada\",\"body\":\"One.\"},\n{\"speaker\":\"Bo\"},\n{\"body\":\"\"}]}")));

    [Fact]
    public void The_two_json_dialects_are_told_apart_by_their_words()
    {
        var podcast = new SourceText("a.json", """{"segments":[{"startTime":1,"body":"One."}]}""");
        var whisper = new SourceText("b.json", """{"segments":[{"start":1,"text":"One."}]}""");

        Assert.Equal((1, 0), (new PodcastJsonFormat().Vote(podcast).Share, new PodcastJsonFormat().Vote(whisper).Share));
        Assert.Equal((0, 1), (new WhisperJsonFormat().Vote(podcast).Share, new WhisperJsonFormat().Vote(whisper).Share));
    }

    [Fact]
    public void Json_nested_deeper_than_any_transcript_is_broken_and_no_more() =>
        Assert.NotEmpty(Parse("{\"segments\":" + new string('[', 100_000)).Diagnostics.Items);

    private static EditionDraft Parse(string text) => new PodcastJsonFormat().Parse(new SourceText("a.json", text));
}
