using System.Text;
using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Tests.Transcripts.Labelled;

/// <summary>
/// Files of a million characters that repeat what a reader must look for the end of. Each costs a fixed number of steps a character; with
/// a look at the rest of the file for each of them the test would not end.
/// </summary>
public sealed class HostileLabelsTests
{
    private const int Length = 262_144;
    private const string Talk = "Ada Quill: We shipped, you know.\n\nBo Marsh: Did you?\n\nAda Quill: I did.\n\n";

    public static TheoryData<string> BelowTheLabels => [
        "<!-- ", "<!-- \n", "<!-- a --> ", "--> <!-- ", "%% ", "%% \n", "%%a %%b%% ", "```\n", "```a\n", "~~~\n\n", "**a", "**a\n", "**a** ", "**Ada: ",
        "*", "_", "[[", "(", "Ada (\n", "A:B:", "A:B:\n", "[a](", "\\[", "[00:05]", "[0 ", "<iframe ", "<iframe src=a>", "## a\n", "# \n", "### 0:05\n",
        "## a\nhttps://example.org\n", "```\na\n```\n", "|a|b|\n", "a\t", "a - ", "- ", "- - - - - a\n", " ", " \n", "\n", "#", ">", "\"", "?", "*a\n", "_a_ ",
        "{{< a >}}", "{{< a >}}\n", "{{< speaker \"a\" >}}\n", "{{<", "{{% a", "<div>", "<div>\n", "<div a", "> a\n", "> [!a] b\n", "^a\n", "a: b\n", "a\\|", "(a)\n",
        "| Time | Speaker | Text |\n", "| Speaker | Text |\n| a | b |\n", "## Transcript\n", "1\na\n\n",
        "a\u0301", "\ud83d", "\0", "a started ", " https://example.org/", "ACTION ITEM: https://example.org\n", "**Clip from \"Slow: A film\":**\n", "1:05 ", "1:05\n",
        "Ada\nHost\n1:05\n", "Ada\n(1:05) a\n", "1 minute 5 seconds\n", "1 ", "A B, C: a.\n", "【", "【0:05】", "【0:05】A：\n", "*A:* a\n", "### A b (0:05)\na\n", "<Ab>", "</Ab>", "<Ab></Ab>", "<Ab>a</Ab><Bo>b</Bo>\n", "<A b ",
    ];

    public static TheoryData<string> AboveTheLabels =>
    [
        "## a\n", "a b: c\n\n", "**a:** b\n", "## Transcript\n", "## a\nhttps://example.org\n", "[00:05]\n\n", "> a\n", "a\n", "\n", "I said it to you.\n", "### 0:05\n", "0:05 a\n",
        "0:05 a\n\n\n", "0:05 a\n0:04 b\n",
    ];

    [Theory]
    [MemberData(nameof(BelowTheLabels))]
    public void Whatever_is_repeated_below_the_labels_is_read_in_steps_that_grow_with_the_file(string repeated) => Assert.NotNull(Read(Talk + Repeated(repeated)));

    [Theory]
    [MemberData(nameof(AboveTheLabels))]
    public void Whatever_is_repeated_above_the_labels_is_read_in_steps_that_grow_with_the_file(string repeated)
    {
        var draft = Read(Repeated(repeated) + "\n" + Talk);

        Assert.Equal(["Ada Quill", "Bo Marsh", "Ada Quill"], draft.Turns[^3..].Select(turn => turn.Speaker));
    }

    [Theory]
    [InlineData("{0}: I said it to you.\n")]
    [InlineData("**{0}**\n\n\n\n")]
    [InlineData("{0}\n\n")]
    [InlineData("[00:05 - 00:06]\n{0}\n I said.\n")]
    [InlineData("{0} (AQ): I said it to you.\n")]
    [InlineData("Ada Quill ({0}): I said it to you.\n")]
    [InlineData("| {0} | I said. |\n")]
    public void Names_that_are_all_different_cost_no_look_at_the_file_each(string line)
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < Length; i++)
        {
            // Three characters of Han make more names than the file has room for.
            text.AppendFormat(null, line, new string([(char)(0x4E00 + (i % 100)), (char)(0x5E00 + (i / 100 % 100)), (char)(0x6E00 + (i / 10_000))]));
        }

        // Twice, so that each name comes again.
        Assert.NotNull(Read(text.Append(text).ToString()));
    }

    private static EditionDraft Read(string text) => new LabelledFormat().Parse(new SourceText("a.md", text));

    private static string Repeated(string text) => new StringBuilder().Insert(0, text, Length / text.Length).ToString();
}
