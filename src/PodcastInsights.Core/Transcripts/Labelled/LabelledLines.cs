using System.Text.RegularExpressions;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>Reads the lines below the front matter, each alone; comments and code are told from speech here.</summary>
internal static partial class LabelledLines
{
    private const string CommentOpen = "<!--";
    private const string CommentClose = "-->";
    private const string Percents = "%%";

    public static List<LabelledLine> Read(SourceText source, int first)
    {
        var texts = WithoutComments(source.Lines, first);
        var code = CodeIn(source.Lines, first);
        var lines = new List<LabelledLine>(texts.Length);
        for (var i = 0; i < texts.Length; i++)
        {
            lines.Add(ReadLine(source.Lines[first + i], texts[i], code[i], first + i + 1));
        }

        SettleBareTimes(lines);
        SettleRanges(lines);
        return lines;
    }

    /// <summary>Where at least half of all lines begin with a bare time, it is the moment of each; else it is part of the words.</summary>
    private static void SettleBareTimes(List<LabelledLine> lines)
    {
        var bare = lines.Count(static line => line.Stamp is { IsBracketed: false });
        if (bare == 0 || bare * 2 >= lines.Count(static line => !line.IsBlank))
        {
            return;
        }

        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Stamp is { IsBracketed: false })
            {
                var label = lines[i].Label is { Shape: LabelShape.StampFirst, BeginsWithBareTime: true } ? null : lines[i].Label;
                lines[i] = lines[i] with { Stamp = null, Label = label };
            }
        }
    }

    /// <summary>
    /// Below a range of times stands a name or the words. It is a name where words stand right below it, and the same name, or a full one,
    /// stands in that place.
    /// </summary>
    private static void SettleRanges(List<LabelledLine> lines)
    {
        var names = Enumerable.Range(0, lines.Count).Where(NameStandsBelow).GroupBy(i => lines[i + 1].Text, StringComparer.Ordinal).ToList();
        foreach (var name in names.Where(static name => name.Count() > 1 || SpeakerName.IsFullLatin(name.Key)))
        {
            foreach (var i in name)
            {
                lines[i + 1] = lines[i + 1] with
                {
                    Label = new LabelCandidate(
                        LabelShape.StampRange, SpeakerName.Clean(name.Key), null, true, lines[i].Stamp!.Value.Time, "", false, false, false, false),
                };
                lines[i] = lines[i] with { Kind = LineKind.Blank, Text = "", Stamp = null };
            }
        }

        bool NameStandsBelow(int i) =>
            lines[i] is { Stamp: { IsRange: true }, AfterStamp.Length: 0 } && i + 2 < lines.Count
            && lines[i + 1] is { Kind: LineKind.Words, IsIndented: false, Stamp: null } && lines[i + 2].Kind == LineKind.Words
            && SpeakerName.IsPlausible(lines[i + 1].Text);
    }

    private static LabelledLine ReadLine(string raw, string text, bool isCode, int number)
    {
        if (isCode)
        {
            return new LabelledLine(number, LineKind.Code, raw, null, null, false);
        }

        if (text.Length == 0 || (text[0] is '-' or '*' or '_' or '=' && Rule.IsMatch(text)))
        {
            return new LabelledLine(number, text.Length == 0 && raw.AsSpan().Trim().Length > 0 ? LineKind.Comment : LineKind.Blank, "", null, null, false);
        }

        var label = LabelScanner.TryRead(text, out var candidate) ? candidate : (LabelCandidate?)null;
        var kind = Heading.TryRead(text, out _, out _) ? LineKind.Heading : MarkdownLine.IsForeign(text) ? LineKind.Foreign : LineKind.Words;
        var stamp = kind == LineKind.Words && Labelled.Stamp.TryRead(text, 0, out var found) ? found : (Stamp?)null;
        return new LabelledLine(number, kind, text, label, stamp, char.IsWhiteSpace(raw[0]));
    }

    /// <summary>The lines, trimmed, without <c>&lt;!-- comments --&gt;</c> and <c>%% comments %%</c>. One that has no end is no comment.</summary>
    private static string[] WithoutComments(IReadOnlyList<string> lines, int first)
    {
        var texts = new string[lines.Count - first];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = lines[first + i].Trim();
        }

        RemoveAll(texts, CommentOpen, CommentClose, static _ => true);
        RemoveAll(texts, Percents, Percents, static before => before.IsEmpty || char.IsWhiteSpace(before[^1]));
        return texts;
    }

    private static void RemoveAll(string[] texts, string open, string close, Func<ReadOnlySpan<char>, bool> opensAfter)
    {
        // The last line on which a comment can end, so that openings without an end do not cost the file again and again.
        var last = Array.FindLastIndex(texts, text => text.Contains(close, StringComparison.Ordinal));
        for (var i = 0; i <= last; i++)
        {
            var from = 0;
            while (texts[i].IndexOf(open, from, StringComparison.Ordinal) is >= 0 and var at)
            {
                if (!opensAfter(texts[i].AsSpan(0, at)) || !Remove(texts, i, at, open, close, last))
                {
                    from = at + open.Length;
                }
            }
        }
    }

    /// <summary>Takes out one comment, from its opening to the first end after it.</summary>
    private static bool Remove(string[] texts, int line, int at, string open, string close, int last)
    {
        for (var i = line; i <= last; i++)
        {
            var end = texts[i].IndexOf(close, i == line ? at + open.Length : 0, StringComparison.Ordinal);
            if (end < 0)
            {
                continue;
            }

            var rest = texts[i][(end + close.Length)..];
            if (i == line)
            {
                texts[i] = (texts[i][..at] + rest).Trim();
                return true;
            }

            texts[line] = texts[line][..at].Trim();
            Array.Fill(texts, "", line + 1, i - line);
            texts[i] = rest.Trim();
            return true;
        }

        return false;
    }

    /// <summary>Which lines are code between two fences. A fence without its end is a line like any other.</summary>
    private static bool[] CodeIn(IReadOnlyList<string> lines, int first)
    {
        var code = new bool[lines.Count - first];
        var open = -1;
        var fence = "";
        for (var i = 0; i < code.Length; i++)
        {
            var match = lines[first + i].AsSpan().TrimStart(' ') is ['`' or '~', ..] ? Fence.Match(lines[first + i]) : Match.Empty;
            if (!match.Success)
            {
                continue;
            }

            var marks = match.Groups["marks"].Value;
            if (open < 0)
            {
                (open, fence) = (i, marks);
            }
            else if (marks.StartsWith(fence, StringComparison.Ordinal) && match.Groups["info"].Length == 0)
            {
                Array.Fill(code, true, open, i - open + 1);
                open = -1;
            }
        }

        return code;
    }

    [GeneratedRegex(@"^ {0,3}(?<marks>`{3,40}|~{3,40})[ \t]{0,9}(?<info>[^`]{0,80})$", RegexOptions.CultureInvariant)]
    private static partial Regex Fence { get; }

    [GeneratedRegex(@"^(?:-(?: ?-){2,60}|\*(?: ?\*){2,60}|_(?: ?_){2,60}|={3,60})$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule { get; }
}
