using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using CsCheck;
using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Labelled;
using PodcastInsights.Core.Transcripts.PodcastHtml;
using PodcastInsights.Core.Transcripts.SubRip;
using PodcastInsights.Core.Transcripts.WebVtt;

namespace PodcastInsights.Core.Tests.Transcripts;

/// <summary>
/// Files come damaged: lines cut, joined, doubled, swapped, marks lost. Whatever the damage, each word left in the file is in the draft.
/// </summary>
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

    private const string WebVtt = """
        WEBVTT

        one
        00:01.000 --> 00:03.500
        <v Ada Quill>We shipped

        00:03.500 --> 00:05.000
        on a Tuesday, 2 < 3.

        00:05.000 --> 00:08.000
        <v Bo>Did we?
        <v Ada Quill>Yes.
        """;

    private const string SubRip = """
        7
        00:00:05,000 --> 00:00:07,200
        Ada Quill: We shipped
        on a Tuesday

        8
        00:00:07,200 --> 00:00:08,000
        Bo: Huh.

        9
        00:00:09,000 --> 00:00:10,000
        Ada Quill: It held: yes.
        """;

    private const string Plain = """
        Ada Quill: We shipped on a Tuesday.

        Note: nobody noticed at 12:30.

        Bo: Did it hold?

        Ada Quill: It held: yes.
        """;

    private const string Json = """
        {"segments": [
        {"speaker": "Ada Quill", "startTime": 0.5, "endTime": 0.8, "body": "We shipped."},
        {"startTime": 0.9, "endTime": 2, "body": "It held."},
        {"speaker": "Bo", "startTime": 5, "endTime": 6, "body": "Huh."}
        ]}
        """;

    private const string Html = """
        <cite>Ada Quill:</cite>
        <time>0:01</time>
        <p>We shipped &amp; slept.</p>
        <p><cite>Bo:</cite><time>0:05</time>It <b>held</b>.
        """;

    public static TheoryData<string> FormatNames => ["timed", "bold", "sayit", "subrip", "plain"];

    [Theory]
    [MemberData(nameof(FormatNames))]
    public void No_word_is_lost_or_invented_whatever_the_damage(string name)
    {
        var (format, sample) = Sample(name);

        Damaged(sample).Sample(text =>
        {
            var draft = format.Parse(new SourceText("damaged.md", text));

            // Captions repeat a speaker's name, which a turn has once; below the heading of a section a speaker goes on without a label; a part of a
            // name is short for the whole. What a label has besides the name is said in a diagnostic.
            var roles = string.Join(' ', draft.Diagnostics.Items.Where(item => item.Code == "labelled.role-left-out").Select(item => item.Message));
            var names = name == "subrip" || PartOfName.IsMatch(text) || draft.Turns.Exists(turn => turn.Sections.Count > 0) ? Words(string.Join(' ', draft.Turns.Select(turn => turn.Speaker).Append(roles))) : Words(roles);
            Assert.Equal(Compared(Words(text)), Compared(WordsOf(draft)));

            // A name in capitals is the same speaker's as the name in its usual form, which all of the speaker's turns have.
            IEnumerable<string> Compared(IEnumerable<string> words) =>
                words.Where(word => !names.Contains(word, StringComparer.OrdinalIgnoreCase)).Select(word => word.ToUpperInvariant()).Order(StringComparer.Ordinal);
        });
    }

    // A caption's line of tags and times is no words, and rolling captions have each line once, whatever its capitals: what is compared is which
    // words there are.
    [Fact]
    public void No_word_of_captions_with_voices_is_lost_whatever_the_damage() => Damaged(WebVtt).Sample(text =>
    {
        var draft = new WebVttFormat().Parse(new SourceText("damaged.vtt", text));

        var told = string.Join(' ', draft.Diagnostics.Items.Select(diagnostic => diagnostic.Message));
        var read = WordsOf(draft).Concat(Words(told)).Concat(["v"]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var blank = text.Length - text.TrimStart().Length;
        var header = blank + text[blank..]
            .Split('\n')
            .TakeWhile(line => line.Length > 0 && !line.Contains("-->", StringComparison.Ordinal))
            .Sum(line => line.Length + 1);
        var spoken = NumberedLabel.Replace(text[Math.Min(header, text.Length)..], "");
        Assert.All(Words(spoken), word => Assert.Contains(word, read));
    }, iter: 1000);

    [Fact]
    public void No_word_of_a_page_is_lost_whatever_the_damage() => Damaged(Html).Sample(text =>
    {
        var draft = new PodcastHtmlFormat().Parse(new SourceText("damaged.html", text));

        // As a browser shows it. Tags part words there or not; the letters are the same.
        var shown = new HtmlParser().ParseDocument(text).Body!.TextContent;
        Assert.Equal(string.Concat(Words(shown)).Order(), string.Concat(WordsOf(draft)).Order());
    });

    [Fact]
    public void Any_format_reads_any_damaged_file_into_paragraphs_with_words_and_lines_in_order()
    {
        var lines = Gen.OneOf(
            Damaged(Timed), Damaged(Bold), Damaged(SayIt), Damaged(WebVtt), Damaged(SubRip), Damaged(Plain), Damaged(Json), Damaged(Html));

        Gen.Select(Gen.OneOf(FormatPages.Formats.Select(Gen.Const).ToArray()), lines).Sample((format, text) =>
        {
            var source = new SourceText("damaged.txt", text);
            var paragraphs = format.Parse(source).Turns.SelectMany(turn => turn.Paragraphs).ToList();

            Assert.InRange(format.Vote(source).Share, 0, 1);
            Assert.All(paragraphs, paragraph => Assert.False(string.IsNullOrWhiteSpace(paragraph.Text)));
            Assert.All(paragraphs, paragraph => Assert.InRange(paragraph.Line, 1, source.Lines.Count));
            Assert.Equal(paragraphs.Select(paragraph => paragraph.Line).Order(), paragraphs.Select(paragraph => paragraph.Line));
        }, iter: 1000);
    }

    [Theory]
    [MemberData(nameof(FormatNames))]
    public void Line_endings_and_a_byte_order_mark_change_nothing(string name)
    {
        var (format, sample) = Sample(name);
        var expected = DraftText.Of(format.Parse(new SourceText("a.md", sample)));

        Assert.Equal(
            expected,
            DraftText.Of(format.Parse(new SourceText("a.md", "\uFEFF" + sample.Replace("\n", "\r\n", StringComparison.Ordinal)))));
    }

    private static (ITranscriptFormat Format, string Text) Sample(string name) => name switch
    {
        "timed" => (new LabelledFormat(), Timed),
        "bold" => (new LabelledFormat(), Bold),
        "subrip" => (new SubRipFormat(), SubRip),
        "plain" => (new LabelledFormat(), Plain),
        _ => (new LabelledFormat(), SayIt),
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
    private static List<string> Words(string text) => Word.Matches(text).Select(word => word.Value).Order(StringComparer.Ordinal).ToList();

    private static List<string> WordsOf(EditionDraft draft)
    {
        var said = draft.Turns.SelectMany(turn => turn.Paragraphs
            .Select(paragraph => paragraph.Text)
            .Concat(turn.Notes.Select(note => note.Text))
            .Concat(turn.Sections.Select(section => section.Title))
            .Append(turn.Speaker ?? ""));
        return Words(string.Join('\n', said.Concat(draft.Titles.Values)));
    }

    [GeneratedRegex(@"\bAda\b(?! Quill\b)|(?<!\bAda )\bQuill\b|\bBo\b(?! Marsh\b)|(?<!\bBo )\bMarsh\b", RegexOptions.IgnoreCase)]
    private static partial Regex PartOfName { get; }

    [GeneratedRegex(@"^\S*[0-9]\S*$", RegexOptions.Multiline)]
    private static partial Regex NumberedLabel { get; }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word { get; }
}
