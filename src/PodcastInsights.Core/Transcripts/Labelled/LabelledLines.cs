using System.Text.RegularExpressions;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// Classifies the lines after the front matter, first each alone; then decides what times without brackets and ranges of times mean in this
/// file.
/// </summary>
internal static partial class LabelledLines
{
    public static List<LabelledLine> Read(SourceText source, int first)
    {
        var parted = CommentsAndCode.In(source.Lines, first);
        var lines = new List<LabelledLine>(parted.Texts.Length);
        for (var i = 0; i < parted.Texts.Length; i++)
        {
            var line = ReadLine(source.Lines[first + i], parted.Texts[i], parted.IsCode[i], first + i + 1);
            var hadComment = line.Kind is not (LineKind.Code or LineKind.Blank)
                && line.Text.Length < source.Lines[first + i].AsSpan().Trim().Length;
            lines.Add(hadComment ? line with { HadComment = true } : line);
        }

        SettleBareTimes(lines);
        SettleRanges(lines);
        return lines;
    }

    /// <summary>Where at least half of the lines begin with a time without brackets, it is the time of the line; else it is text.</summary>
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
    /// A line after a range of times is a name or speech. It is a name where speech follows directly, and where it recurs in such places or
    /// is a full name.
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

    [GeneratedRegex(@"^(?:-(?: ?-){2,60}|\*(?: ?\*){2,60}|_(?: ?_){2,60}|={3,60})$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule { get; }
}
