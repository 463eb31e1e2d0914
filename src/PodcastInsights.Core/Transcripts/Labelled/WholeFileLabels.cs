using System.Text.RegularExpressions;
using PodcastInsights.Core.Transcripts.Captions;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// Reads labels in shapes that any sentence may have (<see cref="LabelEvidence.Whole"/>). They are only looked for where there are no other
/// labels, and only used where most lines have one shape with recurring names.
/// </summary>
internal static partial class WholeFileLabels
{
    /// <summary>Least share of lines with the shape and a recurring name.</summary>
    private const double Most = 0.6;

    /// <summary>Least number of names on lines of their own.</summary>
    private const int FewestAlone = 4;

    /// <summary>Least share of such names that are another's than the one before.</summary>
    private const double Changing = 0.8;

    /// <summary>The lines with labels of the shape that most of them have; null where there is none.</summary>
    public static List<LabelledLine>? In(IReadOnlyList<LabelledLine> lines)
    {
        var written = lines.Count(static line => line.Kind is LineKind.Words or LineKind.Foreign);
        foreach (var read in new Func<string, LabelCandidate?>[] { Cells, Bold, Italic, Bracketed, Tight, Stop, Dash, Wide })
        {
            var labelled = lines.Select(line => line.Kind is LineKind.Words or LineKind.Foreign ? line with { Label = read(line.Text) } : line).ToList();
            // A label on a line of its own has words below.
            var recurring = labelled
                .Where(static line => line.Label is not null)
                .GroupBy(static line => line.Label!.Value.Name, StringComparer.Ordinal)
                .Where(static name => name.Count() > 1)
                .Sum(static name => name.Sum(static line => line.Label!.Value.StandsAlone ? 2 : 1));
            if (recurring > 1 && recurring >= written * Most)
            {
                return labelled;
            }
        }

        return Alone(lines);
    }

    /// <summary>
    /// Reads names on lines of their own, each above the words: as interviews and plays are printed. Two names at least come again and again,
    /// and in turns; what stands below them are sentences.
    /// </summary>
    private static List<LabelledLine>? Alone(IReadOnlyList<LabelledLine> lines)
    {
        var places = Enumerable.Range(0, lines.Count).Where(i => IsNameAlone(lines, i)).ToDictionary(i => i, i => NameIn(lines[i].Text));
        var cast = places.Values.CountBy(static name => name).Where(static name => name.Value > 1).Select(static name => name.Key).ToHashSet(StringComparer.Ordinal);
        var recurring = places.Where(place => cast.Contains(place.Value)).ToList();
        var changes = recurring.Skip(1).Zip(recurring, static (next, before) => next.Value != before.Value).Count(static changed => changed);
        if (cast.Count < 2 || recurring.Count < cast.Count * 2 || recurring.Count < FewestAlone || changes < (recurring.Count - 1) * Changing)
        {
            return null;
        }

        // Where all names are in capitals, such a line among them is the name of somebody who speaks once.
        var (first, last) = (recurring[0].Key, recurring[^1].Key);
        var labelled = lines.ToList();
        foreach (var (i, name) in places.Where(place => cast.Contains(place.Value)
            || (place.Key > first && place.Key < last && cast.All(IsInCapitals) && IsInCapitals(place.Value) && !place.Value.Any(char.IsAsciiDigit))))
        {
            labelled[i] = lines[i] with { Label = new LabelCandidate(LabelShape.Alone, SpeakerName.Clean(name), null, false, null, "", false, false, false, true) };
        }

        return labelled;
    }

    private static bool IsInCapitals(string name) => name.Any(char.IsUpper) && !name.Any(char.IsLower);

    /// <summary>The name without how it is said or from where, in brackets: <c>ADA QUILL (CONT.)</c>.</summary>
    private static string NameIn(string line) => line is [.., ')'] && line.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var open ? line[..open] : line;

    private static bool IsNameAlone(IReadOnlyList<LabelledLine> lines, int at)
    {
        if (lines[at] is not { Kind: LineKind.Words, Stamp: null, Text: var name } || !(IsPlausibleAlone(name) && (at == 0 || lines[at - 1].IsBlank || IsNumberedVoice(name))))
        {
            return false;
        }

        var next = at + 1;
        while (next < lines.Count && lines[next].IsBlank)
        {
            next++;
        }

        return next < lines.Count && lines[next].Kind == LineKind.Words
            && (!IsPlausibleAlone(lines[next].Text) || Sentences.AreEndedOrTrailOff(lines[next].Text));
    }

    /// <summary>Whether the line may be a name; some print all names in small letters.</summary>
    private static bool IsPlausibleAlone(string line) =>
        SpeakerName.IsPlausible(line) || (char.IsLower(line[0]) && !line.Any(char.IsUpper) && SpeakerName.IsPlausible(char.ToUpperInvariant(line[0]) + line[1..]));

    /// <summary>Whether a program numbers its voices so; its lines need no blank one above.</summary>
    private static bool IsNumberedVoice(string name) => NumberedVoice.IsMatch(name);

    /// <summary>Parses a table row or columns: an optional time, the name, the text.</summary>
    private static LabelCandidate? Cells(string line)
    {
        var mark = line[0] == '|' ? '|' : '\t';
        if (!line.Contains(mark, StringComparison.Ordinal))
        {
            return null;
        }

        var cells = line.Trim(mark).Split(mark, 5, StringSplitOptions.TrimEntries);
        var name = cells.Length > 2 && Time.Match(cells[0]) is { Success: true } ? 1 : 0;
        if (cells.Length != name + 2)
        {
            return null;
        }

        var stamp = name == 1 && Stamp.TryRead(Time.Match(cells[0]).Groups["time"].Value, 0, out var read) ? read.Time : null;
        return Make(LabelShape.Cells, cells[name], cells[name + 1]) is { } label ? label with { HasStamp = name == 1, Start = stamp } : null;
    }

    private static LabelCandidate? Bold(string line) =>
        BoldStart.Match(line) is { Success: true } match ? Make(LabelShape.BoldWords, match.Groups["name"].Value, line[match.Length..]) : null;

    private static LabelCandidate? Italic(string line) =>
        LabelScanner.TryRead(line, out var label) && label.Shape == LabelShape.ItalicColon ? label with { Shape = LabelShape.Italic } : null;

    private static LabelCandidate? Tight(string line) =>
        LabelScanner.TryRead(line, out var label) && label is { Shape: LabelShape.ColonTight, StandsAlone: false } ? label with { Shape = LabelShape.Tight } : null;

    private static LabelCandidate? Stop(string line) =>
        StopStart.Match(line) is { Success: true } match ? Make(LabelShape.Stop, match.Groups["name"].Value, line[match.Length..]) : null;

    private static LabelCandidate? Bracketed(string line) =>
        BracketStart.Match(line) is { Success: true } match && !StageNote.IsSound(match.Groups["name"].Value)
            ? Timed(Make(LabelShape.Bracketed, match.Groups["name"].Value, line[match.Length..]))
            : null;

    /// <summary>The label with the time that its words begin with, if any, and without the line break of HTML after it.</summary>
    private static LabelCandidate? Timed(LabelCandidate? label) =>
        label is { } named && Labelled.Stamp.TryRead(named.Words, 0, out var stamp) && stamp is { IsBracketed: true, Time: not null }
            ? named with { HasStamp = true, Start = stamp.Time, Words = LineBreak.Replace(named.Words[stamp.Length..], "").Trim() }
            : label;

    private static LabelCandidate? Dash(string line) =>
        DashStart.Match(line) is { Success: true } match ? Make(LabelShape.Dash, match.Groups["name"].Value, line[match.Length..]) : null;

    private static LabelCandidate? Wide(string line) =>
        WideStart.Match(line) is { Success: true } match ? Make(LabelShape.Wide, match.Groups["name"].Value, line[match.Length..]) : null;

    private static LabelCandidate? Make(LabelShape shape, string name, string words) =>
        SpeakerName.Clean(name) is var clean && (SpeakerName.IsPlausible(clean) || SpeakerName.IsHandle(clean) || NameForms.KindOfVoice(clean) is not null)
            ? new LabelCandidate(shape, clean, null, false, null, words.Trim(), false, false, false, true)
            : null;

    [GeneratedRegex(@"^\s*<br ?/?>", RegexOptions.CultureInvariant)]
    private static partial Regex LineBreak { get; }

    [GeneratedRegex(@"^\p{L}{3,20}[ _][0-9]{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedVoice { get; }

    [GeneratedRegex(@"^[\[(]?(?<time>[0-9]{1,3}:[0-9:.,]{2,12})[\])]?(?:\s{0,3}(?:-|–|-->)\s{0,3}[0-9:.,]{4,16})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Time { get; }

    [GeneratedRegex(@"^\*\*(?<name>[^*:：]{1,60})\*\*[ \t\u00A0\u3000]{1,8}(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex BoldStart { get; }

    [GeneratedRegex(@"^(?:\[(?<name>[^\[\]:：]{1,60})\](?![(\[:：])|【(?<name>[^【】:：]{1,60})】[:：]?|<(?<name>[^<>:/=]{1,40})> |[(（](?<name>[^()（）:：]{1,40})[)）](?=\S)|(?<name>[\p{Lo}\p{Lm}]{1,12})[/／](?=\S))", RegexOptions.CultureInvariant)]
    private static partial Regex BracketStart { get; }

    [GeneratedRegex(@"^(?<name>\p{Lu}[\p{Lu} '’-]{1,40})\.[ \t\u00A0]{1,8}(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex StopStart { get; }

    /// <summary>A name without spaces, then a wide blank or what is said in corner brackets: <c>佐伯　「ようこそ。」</c>.</summary>
    [GeneratedRegex(@"^(?<name>[\p{Lo}\p{Lm}・]{1,12})(?:[ \u3000]{0,3}(?=[「『])|\u3000{1,2}(?=\S))", RegexOptions.CultureInvariant)]
    private static partial Regex WideStart { get; }

    [GeneratedRegex(@"^(?<name>[^–—―｜:：]{1,60}?)(?:[ \u00A0]{1,3}[-–—][ \u00A0]{1,3}|[ \u00A0]{0,3}[―｜][ \u00A0]{0,3})(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex DashStart { get; }
}
