using System.Text.RegularExpressions;
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

    /// <summary>The lines with labels of the shape that most of them have; null where there is none.</summary>
    public static List<LabelledLine>? In(IReadOnlyList<LabelledLine> lines)
    {
        var written = lines.Count(static line => line.Kind is LineKind.Words or LineKind.Foreign);
        foreach (var read in new Func<string, LabelCandidate?>[] { Cells, Bold, Dash })
        {
            var labelled = lines.Select(line => line.Kind is LineKind.Words or LineKind.Foreign ? line with { Label = read(line.Text) } : line).ToList();
            var recurring = labelled
                .Where(static line => line.Label is not null)
                .GroupBy(static line => line.Label!.Value.Name, StringComparer.Ordinal)
                .Where(static name => name.Count() > 1)
                .Sum(static name => name.Count());
            if (recurring > 1 && recurring >= written * Most)
            {
                return labelled;
            }
        }

        return null;
    }

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

    private static LabelCandidate? Dash(string line) =>
        DashStart.Match(line) is { Success: true } match ? Make(LabelShape.Dash, match.Groups["name"].Value, line[match.Length..]) : null;

    private static LabelCandidate? Make(LabelShape shape, string name, string words) =>
        SpeakerName.Clean(name) is var clean && SpeakerName.IsPlausible(clean)
            ? new LabelCandidate(shape, clean, null, false, null, words.Trim(), false, false, false, true)
            : null;

    [GeneratedRegex(@"^[\[(]?(?<time>[0-9]{1,3}:[0-9:.,]{2,12})[\])]?(?:\s{0,3}(?:-|–|-->)\s{0,3}[0-9:.,]{4,16})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Time { get; }

    [GeneratedRegex(@"^\*\*(?<name>[^*:：]{1,60})\*\*[ \t\u00A0\u3000]{1,8}(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex BoldStart { get; }

    [GeneratedRegex(@"^(?<name>[^–—:：]{1,60}?)[ \u00A0]{1,3}[-–—][ \u00A0]{1,3}(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex DashStart { get; }
}
