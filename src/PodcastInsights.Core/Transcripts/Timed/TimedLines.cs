using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Timed;

/// <summary>The lines of a timed transcript: what one looked at alone leaves in doubt, all of them decide.</summary>
internal static class TimedLines
{
    /// <summary>The lines, each doubtful one decided by what the whole file holds.</summary>
    public static List<TimedLine> Read(SourceText source, int first)
    {
        var lines = source.Lines.Skip(first).Select(TimedLine.Read).ToList();
        SettleLeadingTimes(lines, source, first);
        SettleRanges(lines, source, first);
        var cast = CastOf(lines);
        var timeFirst = !lines.Exists(line => line.Kind == TimedLineKind.Header)
            && lines.Count(line => line.Kind == TimedLineKind.TimeFirst)
                >= lines.Count(line => line.Kind == TimedLineKind.Continuation && line.Text.Length > 0);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Kind is TimedLineKind.HeaderWithoutColon or TimedLineKind.BareTime
                && !cast.Contains(line.Name)
                && !StandsAsHeader(lines, i))
            {
                lines[i] = TimedLine.Words(source.Lines[first + i]);
            }
            else if (line.Kind == TimedLineKind.TimeFirst && !timeFirst && !cast.Contains(line.Name))
            {
                lines[i] = line with { Kind = TimedLineKind.Continuation, Name = "", Text = line.AfterStamp };
            }
        }

        return lines;
    }

    /// <summary>Where at least half of all lines begin with a bare time, it is the moment of each; else it is part of the words.</summary>
    private static void SettleLeadingTimes(List<TimedLine> lines, SourceText source, int first)
    {
        var leading = lines.Count(line => line.Kind == TimedLineKind.LeadingTime);
        if (leading == 0)
        {
            return;
        }

        var moments = leading * 2 >= lines.Count(line => !line.IsBlank);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind == TimedLineKind.LeadingTime)
            {
                lines[i] = moments ? lines[i].AsTimeFirst() : TimedLine.Words(source.Lines[first + i]);
            }
        }
    }

    /// <summary>
    /// Below a range of times stands a name or the words. It is a name where words stand right below it, and the same name, or a full one,
    /// stands in that place.
    /// </summary>
    private static void SettleRanges(List<TimedLine> lines, SourceText source, int first)
    {
        var ranges = Enumerable.Range(0, lines.Count).Where(i => lines[i].Kind == TimedLineKind.Range).ToList();
        var names = ranges
            .Where(NameStandsBelow)
            .GroupBy(i => lines[i + 1].Text.Trim(), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count());
        foreach (var i in ranges)
        {
            var name = NameStandsBelow(i) ? lines[i + 1].Text.Trim() : "";
            var named = names.GetValueOrDefault(name) > 1 || (name.Length > 0 && SpeakerName.IsFullLatin(name));
            lines[i] = named
                ? lines[i] with { Kind = TimedLineKind.Header, Name = SpeakerName.Clean(name) }
                : lines[i] with { Kind = TimedLineKind.Continuation, Name = "" };
            if (named)
            {
                lines[i + 1] = TimedLine.Words("");
            }
        }

        bool NameStandsBelow(int i) =>
            lines[i].Text.Length == 0 && i + 2 < lines.Count
            && lines[i + 1].Kind == TimedLineKind.Text && lines[i + 2].Kind == TimedLineKind.Text && !lines[i + 2].IsBlank
            && !source.Lines[first + i + 1].StartsWith(' ') && SpeakerName.IsPlausible(lines[i + 1].Text);
    }

    /// <summary>Names that a whole header gives, and names that stand before or after a time more than once.</summary>
    public static HashSet<string> CastOf(List<TimedLine> lines)
    {
        var cast = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            if (line.Kind == TimedLineKind.Header || (line.Name.Length > 0 && !seen.Add(line.Name)))
            {
                cast.Add(line.Name);
            }
        }

        return cast;
    }

    // On a line of its own after a gap, with words right below: a header of someone who speaks but once.
    private static bool StandsAsHeader(List<TimedLine> lines, int at) =>
        (at == 0 || lines[at - 1].IsBlank)
            && at + 1 < lines.Count
            && lines[at + 1] is { Kind: TimedLineKind.Text or TimedLineKind.Continuation, IsBlank: false };
}
