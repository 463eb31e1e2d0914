namespace PodcastInsights.Core.Transcripts.SpeechTable;

/// <summary>A table whose header names columns of speech.</summary>
/// <param name="Above">Rows above the header: a title, the date, a spreadsheet's <c>sep=;</c>.</param>
/// <param name="Rows">The rows below the header.</param>
internal sealed record TableOfSpeech(SpeechColumns Columns, TableRow Header, IReadOnlyList<TableRow> Above, IReadOnlyList<TableRow> Rows)
{
    private const string Separators = "\t,;";

    // Lines before which the header is, and their length: longer ones name no columns.
    private const int HeadLines = 12;
    private const int LongestLine = 1000;

    /// <summary>Null where no row at the start of the text is such a header.</summary>
    public static TableOfSpeech? In(SourceText source)
    {
        var head = source.Lines.Take(HeadLines).TakeWhile(static line => line.Length <= LongestLine).ToList();
        foreach (var separator in Separators)
        {
            var above = new List<TableRow>();
            foreach (var row in TableRow.ReadAll(string.Join('\n', head), separator))
            {
                if (SpeechColumns.Of(row.Fields) is not { } columns)
                {
                    above.Add(row);
                    continue;
                }

                // A header that is quoted over several lines is read whole, as it is written once more above the rows.
                var text = string.Join('\n', source.Lines.Skip(row.Line - 1));
                var rows = TableRow.ReadAll(text, separator, row.Line)
                    .Skip(1)
                    .Where(other => !other.Fields.SequenceEqual(row.Fields))
                    .Select(other => Mended(other, row.Fields.Count, columns.Text, separator))
                    .ToList();
                return rows.Count == 0 ? null : new TableOfSpeech(columns, row, above, rows).WithReadableTimes();
            }
        }

        return null;
    }

    /// <summary>A column whose fields are no times, as dates with a time of day, says nothing about when the words are said.</summary>
    private TableOfSpeech? WithReadableTimes()
    {
        if (Columns.Start is not { } start || Rows.Count(row => TableTime.Read(row.At(start)) is not null) * 2 >= Rows.Count)
        {
            return this;
        }

        return Columns.Speaker is null ? null : this with { Columns = Columns with { Start = null, End = null } };
    }

    /// <summary>Puts words back together that a separator in a text without quotation marks has parted.</summary>
    private static TableRow Mended(TableRow row, int columns, int text, char separator)
    {
        var more = row.Fields.Count - columns;
        return more <= 0 || row.Fields.Skip(columns).All(string.IsNullOrWhiteSpace)
            ? row
            : row with
            {
                Fields = [.. row.Fields.Take(text), string.Join(separator, row.Fields.Skip(text).Take(more + 1)), .. row.Fields.Skip(text + more + 1)],
            };
    }
}
