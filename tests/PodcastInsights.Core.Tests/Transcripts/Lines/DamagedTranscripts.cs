using System.Text.RegularExpressions;
using CsCheck;
using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Bold;
using PodcastInsights.Core.Transcripts.SayIt;
using PodcastInsights.Core.Transcripts.Timed;

namespace PodcastInsights.Core.Tests.Transcripts.Lines;

/// <summary>Files come damaged: lines cut, joined, doubled, swapped, marks lost. Whatever the damage, each word left in the file is in the draft.</summary>
public sealed partial class DamagedTranscripts
{
    private const string Timed = """
        Ada Quill (00:00:00):
        We shipped on a Tuesday.

        (00:01:10):
        And again. [inaudible 00:01:14] it held (until 12:30).

        Bo Marsh (00:01:20)
        Huh.

        [00:02:00] Ada Quill: One thing: the calendar.
        """;

    private const string Bold = """
        **Ada Quill:** We shipped on a *Tuesday*. \[04:12.50] Nobody noticed.

        \[05:00\] It held, **mostly:** yes.

        **Bo Marsh**: Why?

        **Break:** \[24:03]
        """;

    private const string SayIt = """
        # 2031-02-03 試辦會議

        > （十點開始）

        ### 林小明：

        今天我們講搜尋。

        ## 下半場

        ### Ada:
        Hello. \[laughs\]
        """;

    public static TheoryData<string> FormatNames => ["timed", "bold", "sayit"];

    [Theory]
    [MemberData(nameof(FormatNames))]
    public void No_word_is_lost_or_invented_whatever_the_damage(string name)
    {
        var (format, sample) = Sample(name);

        Damaged(sample).Sample(text =>
        {
            var draft = format.Parse(new SourceText("damaged.md", text));
            Assert.Equal(Words(text), WordsOf(draft));
        });
    }

    [Theory]
    [MemberData(nameof(FormatNames))]
    public void Line_endings_and_a_byte_order_mark_change_nothing(string name)
    {
        var (format, sample) = Sample(name);
        var expected = DraftText.Of(format.Parse(new SourceText("a.md", sample)));

        Assert.Equal(expected, DraftText.Of(format.Parse(new SourceText("a.md", "\uFEFF" + sample.Replace("\n", "\r\n", StringComparison.Ordinal)))));
    }

    private static (ITranscriptFormat Format, string Text) Sample(string name) => name switch
    {
        "timed" => (new TimedFormat(), Timed),
        "bold" => (new BoldFormat(), Bold),
        _ => (new SayItFormat(), SayIt),
    };

    private static Gen<string> Damaged(string sample) =>
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 1000], Gen.Int[0, 1000]).Array[1, 12].Select(blows =>
        {
            var lines = sample.ReplaceLineEndings("\n").Split('\n').ToList();
            foreach (var (kind, line, column) in blows)
            {
                Strike(lines, kind, line % lines.Count, column);
            }

            return string.Join('\n', lines);
        });

    private static void Strike(List<string> lines, int kind, int at, int column)
    {
        var line = lines[at];
        var cut = line.Length == 0 ? 0 : column % line.Length;
        switch (kind)
        {
            case 0 when lines.Count > 1:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(at, line);
                break;
            case 2:
                lines[at] = line[..cut];
                lines.Insert(at + 1, line[cut..]);
                break;
            case 3 when at + 1 < lines.Count:
                lines[at] = line + lines[at + 1];
                lines.RemoveAt(at + 1);
                break;
            case 4 when line.Length > 0:
                lines[at] = line.Remove(cut, 1);
                break;
            case 5:
                lines[at] = line.Insert(cut, ":*()[]#>：\\ \t"[column % 12].ToString());
                break;
            case 6:
                (lines[at], lines[column % lines.Count]) = (lines[column % lines.Count], line);
                break;
            case 7:
                lines[at] = line.ToUpperInvariant();
                break;
        }
    }

    // Words are runs of letters: digits may be times, which become times.
    private static string Words(string text) => string.Join(' ', Word.Matches(text).Select(word => word.Value).Order(StringComparer.Ordinal));

    private static string WordsOf(TranscriptDraft draft)
    {
        var said = draft.Turns.SelectMany(turn => turn.Paragraphs.Select(paragraph => paragraph.Text).Concat(turn.Notes.Select(note => note.Text)).Append(turn.Speaker ?? ""));
        return Words(string.Join('\n', said.Concat(draft.Titles.Values)));
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word { get; }
}
