using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Tests.Transcripts.Labelled;

public sealed class WholeFileLabelsTests
{
    [Theory]
    [InlineData("| Ada | Did you ship? |\n| Bo | We did. |\n| Ada | When? |\n| Bo | On Tuesday, I think. |\n")]
    [InlineData("| 0:01 | Ada | Did you ship? |\n| 0:02 | Bo | We did. |\n| 0:03 | Ada | When? |\n| 0:04 | Bo | On Tuesday, I think. |\n")]
    [InlineData("Ada\tDid you ship?\nBo\tWe did.\nAda\tWhen?\nBo\tOn Tuesday, I think.\n")]
    [InlineData("**Ada** Did you ship?\n\n**Bo** We did.\n\n**Ada** When?\n\n**Bo** On Tuesday, I think.\n")]
    [InlineData("*Ada:* Did you ship?\n\n_Bo_: We did.\n\n*Ada:* When?\n\n_Bo_: On Tuesday, I think.\n")]
    [InlineData("Ada – Did you ship?\nBo – We did.\nAda – When?\nBo – On Tuesday, I think.\n")]
    public void A_shape_that_most_lines_have_with_names_that_come_again_labels_them(string text)
    {
        var turns = Parse(text).Turns;

        Assert.Equal(["Ada", "Bo", "Ada", "Bo"], turns.Select(turn => turn.Speaker));
        Assert.Equal("On Tuesday, I think.", Assert.Single(turns[3].Paragraphs).Text);
    }

    [Fact]
    public void The_cell_before_the_name_is_the_time() =>
        Assert.Equal(
            [1.0, 2, 3, 4],
            Parse("0:01 - 0:02\tAda\tDid you ship?\n0:02 - 0:03\tBo\tWe did, you know.\n0:03 - 0:04\tAda\tWhen?\n0:04 - 0:05\tBo\tOn Tuesday.\n").Turns.Select(turn => turn.Start?.Seconds));

    [Theory]
    [InlineData("| Part | Price |\n|---|---|\n| Nail | two |\n| Key | one |\n| Bell | ten |\n")]                 // no name comes again
    [InlineData("Nail – it holds the key.\nKey – it opens the door.\nBell – it rings.\n")]
    [InlineData("Ada – Did you ship?\nIt was late.\nNobody came.\nWe left.\nThe bell rang.\nBo – No.\nAda – Oh.\n")]   // most lines are others
    [InlineData("2031 – It was built.\n2031 – It fell.\n2031 – We wept.\n")]
    public void Any_other_file_has_no_such_labels(string text) => Assert.Equal(0, new LabelledFormat().Vote(new SourceText("a.md", text)).Share);

    [Theory]
    [InlineData("林　「来ましたか。」\n\n周　「来ました。」\n\n林　「よかった。」\n\n周　「はい。」\n")]
    [InlineData("林「来ましたか。」\n周「来ました。」\n林「よかった。」\n周「はい。」\n")]
    [InlineData("林　来ましたか。\n周　来ました。\n林　よかった。\n周　はい。\n")]
    public void A_name_before_a_wide_blank_or_corner_brackets_labels_what_is_said(string text) =>
        Assert.Equal(["林", "周", "林", "周"], Parse(text).Turns.Select(turn => turn.Speaker));

    [Theory]
    [InlineData("林は言った。\n「来ましたか。」\n周は答えた。\n「来ました。」\n林「よかった。」\n")]                         // a story
    [InlineData("東京　晴れ\n大阪　雨\n京都　曇り\n")]                                                                       // a list
    public void Other_text_with_wide_blanks_or_corner_brackets_has_no_labels(string text) => Assert.Equal(0, new LabelledFormat().Vote(new SourceText("a.md", text)).Share);

    [Theory]
    [InlineData("[Ada] Did you ship?\n\n[Bo] We did.\n\n[Caller] May I?\n\n[Ada] You may, I think.\n\n[Bo] So?\n", "Ada, Bo, Caller, Ada, Bo")]
    [InlineData("【林】你來了嗎？\n\n【周】我來了。\n\n【聽眾甲】我可以問嗎？\n\n【林】可以。\n\n【周】好。\n", "林, 周, 聽眾甲, 林, 周")]
    [InlineData("[Ada] Did you ship?\n\n[Bo] We did.\n\n[Laughter] So we did.\n\n[Ada] I think so.\n\n[Bo] So?\n", "Ada, Bo, Ada, Bo")]       // a sound
    [InlineData("[Ada] Did you ship?\n\n[Bo] We did.\n\n[Tape ends]\n\n[Ada] I think so.\n\n[Bo] So?\n", "Ada, Bo, Ada, Bo")]              // alone on its line
    [InlineData("[Ada] Did you ship?\n\n[Bo] We did.\n\n[From the hall] So it is.\n\n[Ada] I think so.\n\n[Bo] So?\n", "Ada, Bo, Ada, Bo")]   // words of a sentence
    public void Among_names_in_brackets_one_that_stands_once_before_words_is_a_speaker(string text, string speakers) =>
        Assert.Equal(speakers, string.Join(", ", Parse(text).Turns.Select(turn => turn.Speaker)));

    [Fact]
    public void A_file_with_usual_labels_keeps_its_dashes_as_words() =>
        Assert.Equal(
            "Ada\n  You – you shipped?\nBo\n  We – we did.\nAda\n  You – oh.\n",
            DraftText.Of(Parse("Ada: You – you shipped?\nBo: We – we did.\nAda: You – oh.\n")));

    private static EditionDraft Parse(string text) => new LabelledFormat().Parse(new SourceText("a.md", text));
}
