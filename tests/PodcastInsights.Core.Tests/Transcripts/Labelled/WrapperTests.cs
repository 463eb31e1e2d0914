using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Tests.Transcripts.Labelled;

public sealed class WrapperTests
{
    [Theory]
    [InlineData("<details>\n\nAda: Did it hold?\n\nBo: It held.\n\nAda: Good.\n\nBo: Yes.\n\n</details>")]
    [InlineData("<div class=\"turn\">\nAda: Did it hold?\n</div>\n<div class=\"turn\">\nBo: It held.\n</div>\n<div>\nAda: Good.\n</div>\n<div>\nBo: Yes.\n</div>")]
    [InlineData("{{< lang en >}}Ada: Did it hold?{{< /lang >}}\n\n{{% lang en %}}Bo: It held.{{% /lang %}}\n\n{{< lang en >}}\nAda: Good.\n{{< /lang >}}\n\nBo: Yes.")]
    [InlineData("{{< speaker \"Ada\" >}}\nDid it hold?\n{{< /speaker >}}\n\n{{< speaker \"Bo\" >}}\nIt held.\n{{< /speaker >}}\n\n{{< speaker name=\"Ada\" >}}Good.{{< /speaker >}}\n\n{{< turn speaker='Bo' >}}Yes.{{< /turn >}}")]
    [InlineData("# Tides\n\n<Speaker name=\"Ada\">\nDid it hold?\n</Speaker>\n\n<div data-speaker=\"Bo\">\n\nIt held.\n\n</div>\n\n<Speaker name=\"Ada\">\nGood.\n</Speaker>\n\n<Speaker name=\"Bo\">\nYes.\n</Speaker>")]
    [InlineData("<a name=\"k\"></a>\n## Talk\n\n<font style=\"color:#222\">**Ada:**</font>Did it hold?<br />\n\n<font>**Bo:**</font> It held.<br/>\n\n<span class=\"a\">**Ada:** Good.</span>\n\n<u>**Bo:**</u> Yes.")]
    public void Tags_and_short_codes_around_speech_are_not_seen(string text) =>
        Assert.Equal(
            ["Ada: Did it hold?", "Bo: It held.", "Ada: Good.", "Bo: Yes."],
            Parse(text).Turns.Select(turn => $"{turn.Speaker}: {string.Join(' ', turn.Paragraphs.Select(paragraph => paragraph.Text))}"));

    [Fact]
    public void An_attribute_gives_the_time() =>
        Assert.Equal(
            "Ada @1:05\n  Did it hold?\nBo @1:09\n  It held.\nAda @1:12\n  Good.\n",
            DraftText.Of(Parse("""
                {{< turn speaker="Ada" start="00:01:05.000" end="00:01:08.000" >}}Did it hold?{{< /turn >}}
                {{< turn speaker="Bo" start="00:01:09.000" >}}It held.{{< /turn >}}
                {{< turn speaker="Ada" start="00:01:12.000" >}}Good.{{< /turn >}}
                """)));

    [Theory]
    [InlineData("<p>Words in a paragraph.")]
    [InlineData("<img src=\"a.png\">")]
    [InlineData("<iframe src=\"https://example.org\"></iframe>")]
    [InlineData("{{ a template }} and words")]
    [InlineData("< 3 of them held")]
    public void Other_lines_stay_as_they_are(string line) => Assert.Null(Wrapper.TryRead(line));

    [Fact]
    public void The_title_of_a_fold_is_nobody_s() =>
        Assert.Equal(
            ["<summary>More</summary>"],
            Parse("Ada: Did it hold?\n\n<details>\n<summary>More</summary>\n\nBo: It held.\n\n</details>\n\nAda: Good.\n\nBo: Yes.").Turns.SelectMany(turn => turn.Notes).Select(note => note.Text));

    private static EditionDraft Parse(string text) => new LabelledFormat().Parse(new SourceText("a.md", text));
}
