using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Tests.Transcripts.Labelled;

public sealed class SpeechRowsTests
{
    private const string Rows = """
        | 0:04 | Ada | What do you paint first? |
        | 0:06 | Bo | The name, \| always the name. |
        | 0:12 | Ada | And the keel? |
        """;

    [Theory]
    [InlineData("| Time | Speaker | Text |\n|---|---|---|\n")]
    [InlineData("| Start | Speaker | Transcript |\n|:--|:-:|--:|\n")]
    [InlineData("A talk about boats, and about the people who paint them.\n\n| 时间 | 发言人 | 内容 |\n|---|---|---|\n")]
    [InlineData("| Time | Speaker | Text |\n")]                                   // as a page saved as HTML has it
    public void A_header_that_names_the_columns_is_enough_whatever_stands_around(string above)
    {
        var draft = Parse($"# Boats\n\n{above}{Rows}\n\nThanks to all who painted.\n\n| Paint | Price |\n|---|---|\n| blue | 4 |\n");

        Assert.Equal("Boats", draft.Titles.Values.Single());
        Assert.Equal(["Ada", "Bo", "Ada"], draft.Turns.Select(turn => turn.Speaker));
        Assert.Equal(["The name, | always the name."], draft.Turns[1].Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal(6, draft.Turns[1].Start?.Seconds);
        Assert.Equal(
            ["Thanks to all who painted.", "| Paint | Price |", "|---|---|", "| blue | 4 |"],
            draft.Turns[2].Notes.Select(note => note.Text));
    }

    [Fact]
    public void Other_columns_are_left_out_and_said()
    {
        var draft = Parse("| No | Speaker | Text | Mood |\n|-|-|-|-|\n| 1 | Ada | Did you paint it? | glad |\n| 2 | Bo | I did. | tired\n");

        Assert.Equal("Ada\n  Did you paint it?\nBo\n  I did.\n! 1 labelled.columns-left-out\n", DraftText.Of(draft));
        Assert.Contains("No, Mood", draft.Diagnostics.Items.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_without_a_name_is_the_speaker_s_above() =>
        Assert.Equal(
            "Ada\n  Did you paint it?\nBo\n  I did. Twice.\n",
            DraftText.Of(Parse("| Speaker | Text |\n|-|-|\n| Ada | Did you paint it? |\n| Bo | I did. |\n| | Twice. |\n")).Replace("I did.\n  Twice.", "I did. Twice.", StringComparison.Ordinal));

    [Fact]
    public void A_table_without_names_is_nobody_s() =>
        Assert.All(
            Parse("| Time | Text |\n|-|-|\n| 0:01 | I want to tell you how we lost the key. |\n| 0:09 | You know my aunt, and I do too. |\n\nNotes follow.\n").Turns,
            turn => Assert.Null(turn.Speaker));

    [Theory]
    [InlineData("| Name | Price | Colour |\n|---|---|---|\n| Ada | 4 | blue |\n| Bo | 5 | red |\n")]
    [InlineData("| Speaker | Talk | Room |\n|---|---|---|\n| Ada | Paint and you | 4 |\n| Bo | Keels | 5 |\n")]
    public void A_table_of_something_else_is_no_speech(string table) => Assert.False(LabelledText.Of(new SourceText("a.md", table)).IsSpeech);

    [Fact]
    public void A_manual_with_such_a_table_as_an_example_is_no_speech()
    {
        var manual = string.Concat(Enumerable.Repeat("The program records a call and writes a table. It needs a key, which is set in the settings file.\n\n", 6));

        Assert.False(LabelledText.Of(new SourceText("a.md", $"# Tables\n\n{manual}| Time | Speaker | Text |\n|---|---|---|\n{Rows}\n\n{manual}")).IsSpeech);
    }

    private static EditionDraft Parse(string text) => new LabelledFormat().Parse(new SourceText("a.md", text));
}
