using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Tests.Transcripts.Labelled;

public sealed class ToldTranscriptTests
{
    private const string Words = "I want to tell you how we lost the key.\n\nIt hung on a nail, and you know my aunt.\n\nOne morning I saw that the nail was bare.\n";

    [Theory]
    [InlineData("# The key\n\nA talk about a nail.\n\n## Transcript\n\n")]
    [InlineData("# The key\n\n**About**: A talk about a nail.\n\n- 00:00 Hello\n- 01:10 The nail\n\n## 文字稿\n\n")]
    [InlineData("# The key\n\n**Guest:** Mara\n\n## Transcrição\n\n")]
    public void Below_the_heading_of_a_transcript_words_without_labels_are_speech(string above)
    {
        var draft = Parse($"{above}{Words}\n## Contact\n\nMail: key@example.org\n");

        Assert.Equal([null], draft.Turns.Select(turn => turn.Speaker));
        Assert.Equal(Words.Split("\n\n").Select(words => words.Trim()), draft.Turns[0].Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal("labelled.no-speaker", Assert.Single(draft.Diagnostics.Items).Code);
        Assert.Contains("Contact", draft.Turns[0].Notes.Select(note => note.Text));
    }

    [Theory]
    [InlineData("# The key\n\n## Story\n\n" + Words)]                                               // an article
    [InlineData("# The key\n\n## Transcript\n\nComing soon.\n")]
    [InlineData("# The key\n\n## Transcript\n\n- [Part one](one.md)\n- [Part two](two.md)\n- [Part three](three.md)\n")]
    [InlineData("# The key\n\n## Transcript\n\nThe command writes a file.\n\nThe option sets its name.\n\nThe default is a table of times.\n")]
    public void Other_words_are_none(string text) => Assert.False(LabelledText.Of(new SourceText("a.md", text)).IsSpeech);

    [Fact]
    public void A_key_above_the_heading_is_no_speaker_of_the_words_below() =>
        Assert.Equal(
            ["Mara", "Teo", "Mara", "Teo"],
            Parse("# The key\n\n**Summary**: They look for a key.\n\n## Transcript\n\nMara: Where is it?\n\nTeo: On the nail.\n\nMara: Are you sure?\n\nTeo: I am.\n").Turns.Select(turn => turn.Speaker));

    private static EditionDraft Parse(string text) => new LabelledFormat().Parse(new SourceText("a.md", text));
}
