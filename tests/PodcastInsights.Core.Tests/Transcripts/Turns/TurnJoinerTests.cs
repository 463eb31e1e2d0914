using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.EpisodeMarkdown;
using PodcastInsights.Core.Transcripts.Labelled;
using PodcastInsights.Core.Transcripts.Turns;

namespace PodcastInsights.Core.Tests.Transcripts.Turns;

public sealed class TurnJoinerTests
{
    [Theory]
    [InlineData("**Ada:** One.\n\n**Ada:** Two.", "Ada: One. Two.")]
    [InlineData("**Ada:** One.\n\n**Bo:** Two.", "Ada: One. | Bo: Two.")]
    // Bo did speak, though his words are lost.
    [InlineData("**Ada:** One.\n\n**Bo:**\n\n**Ada:** Two.", "Ada: One. | Ada: Two.")]
    // Nobody's, and yet the end of a turn.
    [InlineData("**Ada:** One.\n\n**Break:**\n\n**Ada:** Two.", "Ada: One. >Break | Ada: Two.")]
    [InlineData("**Ada:** One.\n\n**Break:** \\[24:03]\n\n**Ada:** Two.", "Ada: One. | Break: \\[24:03] | Ada: Two.")]
    [InlineData("**Music:** 00:05\n\n**Ada:** One.", "Ada: >Music (0:05) One.")]
    [InlineData("**Break:**", "")]
    public void A_turn_lasts_until_another_speaks(string text, string turns) => Assert.Equal(turns, Joined(text));

    [Theory]
    [InlineData("### A\n\n**Break:**\n\n**Ada:** One.", "Ada: >Break One.")]
    [InlineData("### A\n\n**Bo:**\n\n**Ada:** One.", "Ada: One.")]
    [InlineData("**Ada:** One.\n\n### A\n\n**Break:**\n\n**Bo:**\n\n**Ada:** Two.", "Ada: One. >Break | Ada: Two.")]
    public void A_heading_above_a_break_or_a_name_without_words_is_that_of_the_words_that_follow(string text, string turns)
    {
        var draft = new EpisodeMarkdownFormat().Parse(new SourceText("a.md", $"---\nformat: episode-markdown\n---\n\n{text}"));
        TurnJoiner.Join(draft);
        Assert.Equal(turns, Print(draft));
        Assert.Equal("A", Assert.Single(draft.Turns[^1].Sections).Title);
    }

    [Theory]
    [InlineData("Ada: One.\n\n# A\n\nAda:", "Ada: One. >A")]
    [InlineData("**Ada:** One.\n\n# A\n\n**Bo:**\n\n**Break:**", "Ada: One. | Bo: >Break >A")]
    public void A_heading_above_names_alone_is_a_note_where_no_words_follow(string text, string turns) => Assert.Equal(turns, Joined(text));

    [Fact]
    public void Turns_that_a_break_parted_stay_apart_when_they_are_joined_again()
    {
        var draft = new LabelledFormat().Parse(new SourceText("a.md", "**Ada:** One.\n\n**Break:** 24:03\n\n**Ada:** Two."));
        TurnJoiner.Join(draft);
        TurnJoiner.Join(draft);
        Assert.Equal("Ada: One. >Break (24:03) | Ada: Two.", Print(draft));
    }

    private static string Joined(string text)
    {
        var draft = new LabelledFormat().Parse(new SourceText("a.md", text));
        TurnJoiner.Join(draft);
        return Print(draft);
    }

    private static string Print(EditionDraft draft) => string.Join(" | ", draft.Turns.Select(turn => string.Join(' ',
        Enumerable.Range(0, turn.Paragraphs.Count + 1).SelectMany(i =>
            turn.Notes.Where(note => note.AfterParagraph == i).Select(note => $">{note.Text}")
                .Concat(i < turn.Paragraphs.Count ? [turn.Paragraphs[i].Text] : [])).Prepend($"{turn.Speaker}:"))));
}
