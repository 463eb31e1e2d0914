using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Tests.Transcripts.Labelled;

public sealed class BoldLabelTests
{
    [Theory]
    [InlineData("**Ada Quill:** Words.", "Ada Quill")]
    [InlineData("**Ada Quill**: Words.", "Ada Quill")]
    [InlineData("**Ada Quill:**Words.", "Ada Quill")]
    [InlineData("**Ada Quill: **Words.", "Ada Quill")]
    [InlineData("**Ada Quill :** Words.", "Ada Quill")]
    [InlineData("**Ada Quill** : Words.", "Ada Quill")]
    [InlineData("  **Ada Quill:**\u00A0Words.", "Ada Quill")]
    [InlineData("**林小明：** Words.", "林小明")]
    [InlineData("**Mireille B. Reece, Psy.D:** Words.", "Mireille B. Reece, Psy.D")]
    [InlineData("**Clip from \"Slow: A Film\":** Words.", "Clip from \"Slow: A Film\"")]
    [InlineData("**Speaker\\_2:** Words.", "Speaker_2")]
    [InlineData("**[Ada Quill](https://example.org/ada):** Words.", "Ada Quill")]
    [InlineData("**L Körbes:** Words.", "L Körbes")]
    [InlineData("**O\u0308zge:** Words.", "O\u0308zge")]                 // a letter and its mark apart
    public void A_name_in_bold_with_a_colon_opens_a_turn(string line, string speaker)
    {
        var turn = Assert.Single(Parse(line).Turns);

        Assert.Equal(speaker, turn.Speaker);
        Assert.Equal("Words.", Assert.Single(turn.Paragraphs).Text);
    }

    [Theory]
    [InlineData("We said **never:** and meant it.")]
    [InlineData("**Never** again.")]
    [InlineData("**Never")]
    [InlineData("****: nothing")]
    [InlineData("\\* \\* \\*")]
    [InlineData("- **one:** two")]
    [InlineData("*Here:* soft")]
    public void Any_other_line_is_a_paragraph_of_the_turn(string line)
    {
        var turn = Assert.Single(Parse($"**Ada:** First.\n\n{line}\n").Turns);

        Assert.Equal(["First.", line], turn.Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void A_turn_without_words_is_kept_because_it_separates_its_neighbours() =>
        Assert.Equal(["Ada", "Break", "Ada"], Parse("**Ada:** One.\n\n**Break:**\n\n**Ada:** Two.").Turns.Select(turn => turn.Speaker));

    [Theory]
    [InlineData("\\[04:12.50\\] It held.", 252.5)]
    [InlineData("\\[04:12.50] It held.", 252.5)]
    [InlineData("[01:04:12] It held.", 3852.0)]
    [InlineData("\\[27:38\\]", 1658.0)]
    [InlineData("It held \\[04:12\\]", null)]                           // the time of words in the middle
    [InlineData("\\[laughter\\] It held.", null)]
    [InlineData("\\[unintelligible 00:02:49.05\\] held.", null)]
    [InlineData("\\[unintelligible \\[00:42]] held.", null)]
    [InlineData("[04:12](https://example.org) is a link", null)]
    [InlineData("\\[04:75\\] is no time", null)]
    public void A_stamp_at_the_beginning_of_a_paragraph_is_its_time(string text, double? seconds)
    {
        var turns = Parse($"**Ada:** {text}\n\n{text}").Turns;

        Assert.Equal([seconds, seconds], turns[0].Paragraphs.Select(paragraph => paragraph.Start?.Seconds));
        Assert.Equal(seconds, turns[0].Start?.Seconds);
        Assert.Equal([text, text], turns[0].Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void A_stamp_alone_above_the_first_name_is_the_time_of_its_words()
    {
        var draft = Parse("\\[00:18\\]\n\n**Ada:** We shipped.\n\n**Bo:** Did it hold?");

        Assert.Equal(["Ada", "Bo"], draft.Turns.Select(turn => turn.Speaker));
        Assert.Equal("\\[00:18\\] We shipped.", Assert.Single(draft.Turns[0].Paragraphs).Text);
        Assert.Equal(18, draft.Turns[0].Start?.Seconds);
        Assert.Empty(draft.Diagnostics.Items);
    }

    [Theory]
    [InlineData("\\[04:12.50\\] It held.", "It held.")]
    [InlineData("It \\[04:12\\] held \\[04:13].", "It held .")]
    [InlineData("\\[27:38\\]", "")]
    [InlineData("We \\[unintelligible \\[00:42]] held \\[laughter\\].", "We \\[unintelligible \\[00:42]] held \\[laughter\\].")]
    [InlineData("[04:12](https://example.org) is a link", "[04:12](https://example.org) is a link")]
    public void Stamps_are_lifted_from_the_words_that_are_shown(string text, string shown) => Assert.Equal(shown, InlineStamp.Lift(text));

    private static EditionDraft Parse(string text) => new LabelledFormat().Parse(new SourceText("a.md", text));
}
