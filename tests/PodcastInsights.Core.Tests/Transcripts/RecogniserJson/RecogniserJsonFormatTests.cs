using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.PodcastJson;
using PodcastInsights.Core.Transcripts.RecogniserJson;
using PodcastInsights.Core.Transcripts.WhisperJson;

namespace PodcastInsights.Core.Tests.Transcripts.RecogniserJson;

public sealed class RecogniserJsonFormatTests
{
    [Theory]
    [InlineData("""{"name": "desk", "version": "1.0.0", "scripts": {"start": "node ."}, "keywords": ["ship"]}""")]
    [InlineData("""{"podcasts": [{"title": "Held", "filename": "a.md", "date": "2031-02-03", "guest": "Ada"}]}""")]
    [InlineData("""{"words": [{"text": "desk", "meaning": "a table"}, {"text": "ship", "meaning": "to send"}]}""")]
    [InlineData("""{"segments": [{"text": "a", "color": "red"}, {"body": "b"}]}""")]
    [InlineData("""{"segments": [{"text": {"en": "a"}, "start": 1}, {"text": "b", "start": "soon"}]}""")]
    [InlineData("""{"results": [{"title": "a", "start": 1}], "items": [{"text": "b"}]}""")]
    [InlineData("""{"results": {"items": [{"id": 1, "alternatives": []}], "channels": "none"}}""")]
    [InlineData("""{"utterances": [{"speaker": "A", "text": "no time"}]}""")]
    [InlineData("""[{"id": 1, "text": "a comment"}, {"id": 2, "text": "another"}]""")]
    [InlineData("""[{"text": "a comment", "timestamp": 1709540000}, {"text": "another", "timestamp": "2031-02-03T04:05:06Z"}]""")]
    [InlineData("""{"results": [{"alternatives": [{"content": "a"}]}, {"alternatives": [{"content": "b"}]}]}""")]
    [InlineData("{\"text\": \"a\"}\n{\"text\": \"b\"}")]
    [InlineData("# Notes\n\n`{\"segments\": [{\"text\": \"a\", \"start\": 1}]}`\n")]
    public void Other_json_is_no_transcript(string text)
    {
        var source = new SourceText("data.json", text);

        Assert.All(
            TranscriptReader.Formats.Where(format => format.Name.EndsWith("json", StringComparison.Ordinal)),
            format => Assert.Equal(0, format.Vote(source).Share));
    }

    [Theory]
    // Google: the last result has all words once more, with speakers
    [InlineData(
        """
        {"results": [
          {"alternatives": [{"transcript": "Is the kiln warm?", "words": [{"word": "Is", "startTime": "0s", "endTime": "0.3s"}, {"word": "the", "startTime": "0.3s", "endTime": "0.4s"}, {"word": "kiln", "startTime": "0.4s", "endTime": "0.8s"}, {"word": "warm?", "startTime": "0.8s", "endTime": "1.2s"}]}]},
          {"alternatives": [{"transcript": "Nearly.", "words": [{"word": "Nearly.", "startTime": "2.5s", "endTime": "3s"}]}]},
          {"alternatives": [{"words": [{"word": "Is", "startTime": "0s", "endTime": "0.3s", "speakerTag": 1}, {"word": "the", "startTime": "0.3s", "endTime": "0.4s", "speakerTag": 1}, {"word": "kiln", "startTime": "0.4s", "endTime": "0.8s", "speakerTag": 1}, {"word": "warm?", "startTime": "0.8s", "endTime": "1.2s", "speakerTag": 1}, {"word": "Nearly.", "startTime": "2.5s", "endTime": "3s", "speakerTag": 2}]}]}
        ]}
        """,
        "Speaker 1: Is the kiln warm? / Speaker 2: Nearly.")]
    // Google without speakers
    [InlineData(
        """
        {"results": [
          {"alternatives": [{"transcript": "Is it warm?", "words": [{"word": "Is", "startOffset": "0s", "endOffset": "0.3s"}, {"word": "it", "startOffset": "0.3s", "endOffset": "0.4s"}, {"word": "warm?", "startOffset": "0.4s", "endOffset": "1.2s"}]}], "languageCode": "en-us"},
          {"alternatives": [{"transcript": "Nearly.", "words": [{"word": "Nearly.", "startOffset": "2.5s", "endOffset": "3s"}]}]}
        ]}
        """,
        "Is it warm? Nearly.")]
    // FunASR: a list of recordings, and one
    [InlineData("""[{"key": "a", "text": "x", "sentence_info": [{"text": "窑热了吗？", "start": 100, "end": 900, "spk": 0}, {"text": "快了。", "start": 1000, "end": 1500, "spk": 1}]}]""", "Speaker 0: 窑热了吗？ / Speaker 1: 快了。")]
    [InlineData("""{"key": "a", "text": "x", "sentence_info": [{"sentence": "窑热了吗？", "start": 100, "end": 900, "spk": 0}, {"sentence": "快了。", "start": 1000, "end": 1500, "spk": 1}]}""", "Speaker 0: 窑热了吗？ / Speaker 1: 快了。")]
    // Tingwu
    [InlineData("""{"TaskId": "a", "Transcription": {"AudioInfo": {"Language": "cn"}, "Paragraphs": [{"ParagraphId": "1", "SpeakerId": "1", "Words": [{"Id": 10, "SentenceId": 1, "Start": 100, "End": 500, "Text": "窑热"}, {"Id": 20, "SentenceId": 1, "Start": 500, "End": 900, "Text": "了吗？"}]}, {"ParagraphId": "2", "SpeakerId": "2", "Words": [{"Id": 30, "SentenceId": 2, "Start": 1000, "End": 1500, "Text": "快了。"}]}]}}""", "Speaker 1: 窑热了吗？ / Speaker 2: 快了。")]
    // Bilibili's subtitles, and Supadata
    [InlineData("""{"font_size": 0.4, "body": [{"from": 0.4, "to": 3.0, "content": "窑热了吗？"}, {"from": 3.1, "to": 4.0, "content": "快了。"}]}""", "窑热了吗？快了。")]
    [InlineData("""{"lang": "en", "content": [{"text": "Is the kiln warm?", "offset": 400, "duration": 2600, "lang": "en"}, {"text": "Nearly.", "offset": 3100, "duration": 900, "lang": "en"}]}""", "Is the kiln warm? Nearly.")]
    public void Each_recogniser_says_who_speaks_in_its_own_way(string text, string expected)
    {
        var source = new SourceText("a.json", text);
        var format = TranscriptReader.Formats.MaxBy(format => format.Vote(source).Share)!;

        var draft = format.Parse(source);

        Assert.Equal(expected, string.Join(" / ", draft.Turns.Select(static turn =>
            $"{(turn.Speaker is { } speaker ? $"{speaker}: " : "")}{string.Join(' ', turn.Paragraphs.Select(static paragraph => paragraph.Text))}")));
    }

    [Fact]
    public void A_large_member_that_is_no_speech_does_not_keep_the_others_from_being_read()
    {
        var frames = string.Join(", ", Enumerable.Range(0, 60_000).Select(static frame => $$"""{"at": {{frame}}}"""));

        var draft = new RecogniserJsonFormat().Parse(new SourceText(
            "a.json",
            $$"""{"frames": [{{frames}}], "title": "Held", "utterances": [{"text": "One.", "start": 1, "end": 2}]}"""));

        Assert.Equal("Held", draft.Titles["en"]);
        Assert.Equal("One.", Assert.Single(Assert.Single(draft.Turns).Paragraphs).Text);
    }

    [Fact]
    public void What_the_file_says_of_the_episode_is_read_and_addresses_are_not()
    {
        var draft = new RecogniserJsonFormat().Parse(new SourceText(
            "a.json",
            """{"title": "Held", "guests": ["Ada", "Bo"], "duration": 61.5, "audio_url": "https://example.org/upload", "text": "x", "utterances": [{"text": "One.", "start": 1, "end": 2}]}"""));

        Assert.Equal("Held", draft.Titles["en"]);
        Assert.Equal(["Ada", "Bo"], draft.NamedGuests);
        Assert.Null(draft.MediaUrl);
        Assert.Empty(draft.Metadata);
    }

    [Theory]
    [InlineData(@"x \udc00 z", "x \uFFFD z")]
    [InlineData(@"x \ud83d z", "x \uFFFD z")]
    [InlineData(@"x \ud83d\n z", "x \uFFFD z")]
    [InlineData(@"x \ud83d\ud83d\ude42", "x \uFFFD\U0001F642")]
    [InlineData(@"x \ud83d\ude42", "x \U0001F642")]
    [InlineData(@"x \\ud83d", @"x \ud83d")]                             // an escaped backslash, then letters
    public void A_lone_surrogate_is_read_as_the_replacement_character(string escaped, string words)
    {
        var draft = new PodcastJsonFormat().Parse(new SourceText(
            "a.json", $$"""{"segments":[{"speaker":"Ada","startTime":1,"body":"{{escaped}}"},{"speaker":"Bo","startTime":2,"body":"two"}]}"""));

        Assert.Equal([words, "two"], draft.Turns.Select(turn => turn.Paragraphs[0].Text));
        Assert.Equal(words.Contains('\uFFFD'), draft.Diagnostics.Items.Any(diagnostic => diagnostic.Code == "podcast-json.half-character"));
    }

    [Fact]
    public void A_lone_surrogate_in_a_name_or_a_member_affects_nothing_else() =>
        Assert.Equal(
            "(nobody) @0:01\n  One.\n! 1 whisper-json.no-speaker\n! 1 whisper-json.half-character\n! 1 whisper-json.half-character\n",
            DraftText.Of(new WhisperJsonFormat().Parse(new SourceText(
                "a.json", """{"\udc00":[1],"segments":[{"speaker":"\udc00","start":1,"text":"One."}]}"""))));

    [Theory]
    [InlineData("""{"segments":[{"start":1,"end":2,"speaker":0,"text":"One."}]}""", "Speaker 0")]
    [InlineData("""{"segments":[{"start":1,"end":2,"speaker":"SPEAKER_00","text":"One."}]}""", "SPEAKER_00")]
    [InlineData("""{"segments":[{"start":1,"end":2,"speaker":{"id":7,"name":"Ada"},"text":"One."}]}""", "Ada")]
    [InlineData("""{"segments":[{"start":1,"end":2,"speaker":null,"text":"One."}]}""", null)]
    [InlineData("""{"segments":[{"start":1,"end":2,"speaker":[],"text":"One."}]}""", null)]
    public void A_speaker_is_named_as_the_file_does(string text, string? speaker) =>
        Assert.Equal(speaker, Assert.Single(new WhisperJsonFormat().Parse(new SourceText("a.json", text)).Turns).Speaker);

    [Fact]
    public void A_segment_without_a_speaker_among_others_has_none() =>
        Assert.Equal(
            ["SPEAKER_00", null, "SPEAKER_00"],
            new WhisperJsonFormat().Parse(new SourceText(
                "a.json",
                """
                {"segments": [{"start": 1, "end": 2, "speaker": "SPEAKER_00", "text": "One."}, {"start": 2, "end": 3, "text": "Two."},
                {"start": 3, "end": 4, "speaker": "SPEAKER_00", "text": "Three."}]}
                """)).Turns.Select(turn => turn.Speaker));
}
