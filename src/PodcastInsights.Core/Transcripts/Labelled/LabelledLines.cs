using System.Globalization;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Transcripts.Metadata;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// Classifies the lines after the front matter, first each alone; then decides what times without brackets and ranges of times mean in this
/// file.
/// </summary>
internal static partial class LabelledLines
{
    /// <summary>Least number of lines that begin with a name in brackets, in a file that is written so.</summary>
    private const int FewestBrackets = 3;

    /// <summary>In letters; a shorter name of a file is no title.</summary>
    private const int ShortestTitle = 4;

    /// <summary>Least number of times on lines of their own in a file that has no labels.</summary>
    private const int FewestTimes = 5;

    /// <summary>Least number of lines that begin with a time as a link, in a file that is written so.</summary>
    private const int FewestLinks = 3;

    /// <summary>Longest heading below a number, in characters.</summary>
    private const int LongestHeading = 40;

    public static List<LabelledLine> Read(SourceText source, int first)
    {
        var parted = CommentsAndCode.In(source.Lines, first);
        var hadComment = Enumerable.Range(0, parted.Texts.Length).Select(i => parted.Texts[i].Length < CommentsAndCode.Visible(source.Lines[first + i]).Length).ToList();
        QuotedFile.Unquote(parted.Texts, parted.IsCode);
        var lines = new List<LabelledLine>(parted.Texts.Length);
        var tags = SpeakerTags.In(parted.Texts);
        for (var i = 0; i < parted.Texts.Length; i++)
        {
            var number = source.Numbers is { } numbers ? numbers[first + i] : first + i + 1;
            if (tags is not null && parted.Texts[i].Length > 0 && !parted.IsCode[i])
            {
                lines.AddRange(tags.Part(parted.Texts[i]).Select(piece => ReadPiece(piece.Speaker, piece.Words, number)));
                continue;
            }

            var line = ReadLine(source.Lines[first + i], parted.Texts[i], parted.IsCode[i], number);
            lines.Add(hadComment[i] && line.Kind is not (LineKind.Code or LineKind.Blank) ? line with { HadComment = true } : line);
        }

        SettleTitle(lines, source.Path);
        SettlePhrases(lines);
        SettleBrackets(lines);
        SettleLinks(lines);
        NameBlocks.Settle(lines);
        SettleBareTimes(lines);
        SettleNumberedHeadings(lines);
        SettleKeysAbove(lines);
        return lines;
    }

    /// <summary>
    /// The first line is the title, whoever it quotes, where the file is named after it, or where it is the only heading of its kind:
    /// <c># Ada Quill: We shipped on a Tuesday</c>.
    /// </summary>
    private static void SettleTitle(List<LabelledLine> lines, string path)
    {
        var first = lines.FindIndex(static line => !line.IsBlank);
        if (first < 0 || lines[first] is not { Label: { HasStamp: false, StandsAlone: false } label, Text: var text })
        {
            return;
        }

        var (title, name) = (Letters(text), Letters(FileName.Of(path).Name));
        if (TitleWithColon.Is(lines, first))
        {
            lines[first] = lines[first] with { Label = null };
            return;
        }

        if (label.Shape == LabelShape.HeadingWords ? lines.Count(static line => line.Label is { Shape: LabelShape.HeadingWords }) == 1
            : label.Shape == LabelShape.Colon && name.Length >= ShortestTitle && title.Length >= ShortestTitle
                && (title.StartsWith(name, StringComparison.OrdinalIgnoreCase) || name.Contains(title, StringComparison.OrdinalIgnoreCase))
                && name.Length > Letters(label.Name).Length)
        {
            lines[first] = lines[first] with { Label = null };
        }
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    /// <summary>
    /// Where lines come again that begin with a name in brackets and a colon, one without the colon is a label too: <c>【Ada】：</c>, then
    /// <c>【Bo】We shipped.</c>
    /// </summary>
    private static void SettleBrackets(List<LabelledLine> lines)
    {
        if (lines.Count(static line => line is { Label: not null, Stamp: null, Text: ['【', ..] }) < FewestBrackets)
        {
            return;
        }

        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i] is { Label: null, Text: ['【', .. var rest] } && rest.IndexOf('】', StringComparison.Ordinal) is > 0 and var close
                && close + 1 < rest.Length && LabelScanner.TryRead($"【{rest[..close]}】：{rest[(close + 1)..]}", out var label))
            {
                lines[i] = lines[i] with { Label = label };
            }
        }
    }

    /// <summary>The same words before different times, and no other name that recurs in the file, are no name: <c>Starting point is 00:01:05</c>.</summary>
    private static void SettlePhrases(List<LabelledLine> lines)
    {
        var labelled = Enumerable.Range(0, lines.Count).Where(i => lines[i].LooksLabelled).ToList();
        var phrases = labelled
            .Where(i => lines[i].Label is { StandsAlone: true, Start: not null } label && NameForms.Of(label.Name) == NameForm.Phrase)
            .GroupBy(i => lines[i].Label!.Value.Name, StringComparer.Ordinal)
            .ToList();
        if (phrases is not [var phrase] || phrase.DistinctBy(i => lines[i].Label!.Value.Start).Count() < FewestTimes
            || labelled.CountBy(i => lines[i].Label!.Value.Name).Any(static name => name.Value > 1 && NameForms.Of(name.Key) != NameForm.Phrase))
        {
            return;
        }

        foreach (var i in phrase)
        {
            lines[i] = lines[i] with { Label = null, Stamp = new Stamp(lines[i].Text.Length, lines[i].Label!.Value.Start, '[', false) };
        }
    }

    /// <summary>
    /// Where at least half of the lines begin with a time without brackets, or are right below one, it is the time of the line; else it is text.
    /// </summary>
    private static void SettleBareTimes(List<LabelledLine> lines)
    {
        var bare = Enumerable.Range(0, lines.Count).Sum(i => lines[i].Stamp is not { IsBracketed: false } ? 0
            : TimedWords.IsAbove(lines, i) ? 2
            : 1);
        if (bare == 0 || bare * 2 >= lines.Count(static line => !line.IsBlank)
            || (lines.Count(static line => line is { Stamp.IsBracketed: false, AfterStamp.Length: 0 }) >= FewestTimes && lines.Count(static line => line.LooksLabelled) <= 1))
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

    /// <summary>A link whose text is a time is the time of the line where lines come again that begin so; a single one is a word of its sentence.</summary>
    private static void SettleLinks(List<LabelledLine> lines)
    {
        if (lines.Count(static line => line.Stamp is { IsMarked: true }) >= FewestLinks)
        {
            return;
        }

        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i] is { Stamp.IsMarked: true, AfterStamp.Length: > 0 })
            {
                lines[i] = lines[i] with { Stamp = null };
            }
        }
    }

    private static LabelledLine ReadPiece(string? speaker, string words, int number) => speaker is null
        ? ReadLine(words, words, isCode: false, number)
        : new LabelledLine(number, LineKind.Words, words, new LabelCandidate(LabelShape.Tag, speaker, null, false, null, words, false, false, false, true), null, false);

    /// <summary>
    /// A number alone above a short line, both apart from what is around them, is a heading where the numbers count from one: <c>02⏎The nail</c>, as
    /// articles part their text.
    /// </summary>
    private static void SettleNumberedHeadings(List<LabelledLine> lines)
    {
        var places = Enumerable.Range(0, Math.Max(0, lines.Count - 2))
            .Where(i => (i == 0 || lines[i - 1].IsBlank) && lines[i].Text is { Length: 1 or 2 } digits && digits.All(char.IsAsciiDigit)
                && lines[i + 1] is { Kind: LineKind.Words, Label: null, Stamp: null, Text: { Length: <= LongestHeading } title } && !Sentences.AreEndedOrTrailOff(title)
                && lines[i + 2].IsBlank)
            .ToList();
        if (places.Count < 2 || places.Index().Any(place => int.Parse(lines[place.Item].Text, CultureInfo.InvariantCulture) != place.Index + 1))
        {
            return;
        }

        foreach (var i in places)
        {
            lines[i + 1] = lines[i + 1] with { Kind = LineKind.Heading, Text = $"## {lines[i].Text} {lines[i + 1].Text}" };
            lines[i] = lines[i] with { Kind = LineKind.Blank, Text = "" };
        }
    }

    /// <summary>
    /// What looks like labels above the heading "Transcript" are keys about it, where none comes again: not above, as in a conversation, and
    /// not below, as the name of who is introduced.
    /// </summary>
    private static void SettleKeysAbove(List<LabelledLine> lines)
    {
        var heading = lines.FindIndex(static line => line.Kind == LineKind.Heading && SectionHeading.SaysTranscript(line));
        var names = lines.Where(static line => line.Label is not null).CountBy(static line => line.Label!.Value.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        var above = Enumerable.Range(0, Math.Max(0, heading)).Where(i => lines[i].Label is not null).ToList();
        if (above.Exists(i => lines[i].Label is { Initials: not null } || names[lines[i].Label!.Value.Name] > 1))
        {
            return;
        }

        above.ForEach(i => lines[i] = lines[i] with { Label = null });
    }

    private static LabelledLine ReadLine(string raw, string text, bool isCode, int number)
    {
        if (isCode)
        {
            return new LabelledLine(number, LineKind.Code, raw, null, null, false);
        }

        if (text.Length > 0 && text[0] is '-' or '*' or '_' or '=' && Rule.IsMatch(text))
        {
            return new LabelledLine(number, LineKind.Blank, "", null, null, false) { IsRule = true };
        }

        if (text.Length == 0)
        {
            return new LabelledLine(number, CommentsAndCode.Visible(raw).Length > 0 ? LineKind.Comment : LineKind.Blank, "", null, null, false);
        }

        return Wrapper.TryRead(text) is { } wrapper ? ReadWrapped(raw, text, wrapper, number)
            : text[0] == '^' && BlockId.IsMatch(text) ? new LabelledLine(number, LineKind.Comment, text, null, null, false)
            : ReadText(raw, text, number);
    }

    private static LabelledLine ReadText(string raw, string text, int number)
    {
        var label = LabelScanner.TryRead(text, out var candidate) ? candidate : (LabelCandidate?)null;
        var kind = Heading.TryRead(text, out _, out _) ? LineKind.Heading : MarkdownLine.IsForeign(text) ? LineKind.Foreign : LineKind.Words;
        var stamp = kind != LineKind.Words ? null
            : Labelled.Stamp.TryReadMarked(text, 0, out var found) ? found
            : SpelledTime.In(text) is { } time ? new Stamp(text.Length, time, '\0', IsRange: false)
            : (Stamp?)null;
        return new LabelledLine(number, kind, text, label, stamp, char.IsWhiteSpace(raw[0]));
    }

    /// <summary>An attribute that names the speaker is a label; one with a time stands as a time before the words.</summary>
    private static LabelledLine ReadWrapped(string raw, string text, Wrapper wrapper, int number)
    {
        var name = SpeakerName.Clean(wrapper.Speaker ?? "");
        if (SpeakerName.HasLetterOrDigit(name))
        {
            var shape = wrapper.Start is null ? LabelShape.BoldColon : LabelShape.BoldStamp;
            var label = new LabelCandidate(shape, name, null, wrapper.Start is not null, wrapper.Start, wrapper.Text, false, false, false, LacksColon: false);
            return new LabelledLine(number, LineKind.Words, wrapper.Text.Length > 0 ? wrapper.Text : name, label, null, false);
        }

        var words = wrapper.Start is { } start ? $"`{start}` {wrapper.Text}".TrimEnd() : wrapper.Text;
        return words.Length == 0 ? new LabelledLine(number, LineKind.Comment, text, null, null, false) : ReadText(raw, words, number);
    }

    /// <summary>What links of Obsidian point to: <c>^q7</c>.</summary>
    [GeneratedRegex(@"^\^[A-Za-z0-9-]{1,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex BlockId { get; }

    [GeneratedRegex(@"^(?:-(?: ?-){2,60}|\*(?: ?\*){2,60}|_(?: ?_){2,60}|={3,60})$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule { get; }
}
