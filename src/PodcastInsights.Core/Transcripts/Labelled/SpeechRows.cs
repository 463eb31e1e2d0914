using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Speakers;
using PodcastInsights.Core.Transcripts.SpeechTable;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// Reads tables of Markdown whose header names columns of speech: <c>| Time | Speaker | Text |</c>. The header says who speaks and when, so that
/// such a table is read whatever stands above and below it. Each row becomes a line with a label, or with a time where there are no names.
/// </summary>
/// <param name="Last">Index of the last row.</param>
/// <param name="Header">Number of the first header's line.</param>
/// <param name="LeftOut">Names of the columns that say neither who speaks, nor when, nor what.</param>
internal sealed record SpeechRows(int Last, int Header, IReadOnlyList<string> LeftOut)
{
    /// <summary>Least share of the file's words in such tables; a manual of a program has one as an example.</summary>
    private const double LeastShare = 0.3;

    /// <summary>Reads the rows in place.</summary>
    /// <returns>Null where there is no such table.</returns>
    public static SpeechRows? Settle(List<LabelledLine> lines)
    {
        var rows = new List<(int At, LabelledLine Line)>();
        var leftOut = new List<string>();
        var first = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (Cells(lines[i]) is not { } names || SpeechColumns.Of(names) is not { } columns)
            {
                continue;
            }

            first = first < 0 ? i : first;
            leftOut.AddRange(names.Where((name, column) => name.Length > 0 && !columns.Reads(column)));
            rows.Add((i, Nothing(lines[i])));
            for (i++; i < lines.Count && Cells(lines[i]) is { } cells; i++)
            {
                rows.Add((i, cells.TrueForAll(IsRule) ? Nothing(lines[i]) : Read(lines[i], cells, columns)));
            }
        }

        var said = rows.Sum(row => lines[row.At].Text.Length);
        if (rows.Count == 0 || said < LeastShare * lines.Where(static line => line.Kind is LineKind.Words or LineKind.Foreign).Sum(static line => line.Text.Length))
        {
            return null;
        }

        foreach (var (at, line) in rows)
        {
            lines[at] = line;
        }

        return new SpeechRows(rows[^1].At, lines[first].Number, [.. leftOut.Distinct(StringComparer.Ordinal)]);
    }

    private static LabelledLine Nothing(LabelledLine line) => line with { Kind = LineKind.Blank, Text = "", Label = null };

    private static LabelledLine Read(LabelledLine line, List<string> cells, SpeechColumns columns)
    {
        var words = At(columns.Text);
        var time = At(columns.Start);
        var start = TableTime.Read(time) is { } seconds ? Timestamp.FromSeconds(columns.InMilliseconds ? seconds / 1000 : seconds) : (Timestamp?)null;
        var name = SpeakerName.Clean(At(columns.Speaker));
        if (SpeakerName.HasLetterOrDigit(name))
        {
            var shape = start is null ? LabelShape.BoldColon : LabelShape.BoldStamp;
            var label = new LabelCandidate(shape, name, null, start is not null, start, words, false, false, false, LacksColon: false);
            return line with { Kind = LineKind.Words, Text = words, Label = label, Stamp = null };
        }

        // Without a name the row goes on with the one above.
        var text = start is null ? words : $"[{start}] {words}";
        return line with
        {
            Kind = text.Length > 0 ? LineKind.Words : LineKind.Blank,
            Text = text,
            Stamp = Stamp.TryRead(text, 0, out var stamp) ? stamp : null,
        };

        string At(int? column) => column < cells.Count ? cells[column.Value] : "";
    }

    /// <summary>The cells of a row, without the escapes of bars within them; null where the line is no row.</summary>
    private static List<string>? Cells(LabelledLine line)
    {
        if (line is not { Kind: LineKind.Foreign, Text: ['|', _, ..] and var text })
        {
            return null;
        }

        var cells = new List<string>();
        var from = 1;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '|' && text[i - 1] != '\\')
            {
                cells.Add(text[from..i].Replace("\\|", "|", StringComparison.Ordinal).Trim());
                from = i + 1;
            }
        }

        // The last bar may be missing.
        return from == text.Length ? cells : [.. cells, text[from..].Trim()];
    }

    /// <summary>Whether it is a cell of the line below a header: <c>:---:</c>.</summary>
    private static bool IsRule(string cell) => cell.Contains('-', StringComparison.Ordinal) && cell.AsSpan().Trim(":- ").IsEmpty;
}
