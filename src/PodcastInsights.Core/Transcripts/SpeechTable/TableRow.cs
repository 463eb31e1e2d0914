using System.Text;

namespace PodcastInsights.Core.Transcripts.SpeechTable;

/// <summary>A row of a table of values separated by a character, quoted as in RFC 4180.</summary>
/// <param name="Line">Line of its start, from 1.</param>
internal sealed record TableRow(IReadOnlyList<string> Fields, int Line)
{
    /// <summary>The field of the column with this index, trimmed; null where the row or the table has none.</summary>
    public string? At(int? column) => column is { } index ? Fields.ElementAtOrDefault(index)?.Trim() : null;

    /// <summary>Reads rows as they are asked for; blank lines are none.</summary>
    /// <param name="line">Number from which lines are counted.</param>
    public static IEnumerable<TableRow> ReadAll(string text, char separator, int line = 1)
    {
        var at = 0;
        var unclosed = false;
        while (at < text.Length)
        {
            var (fields, first) = (new List<string>(), line);
            while (true)
            {
                fields.Add(ReadField(text, separator, ref at, ref unclosed));
                line += fields[^1].Count(static letter => letter == '\n');
                if (at >= text.Length || text[at++] == '\n')
                {
                    break;
                }
            }

            line++;
            if (fields.Exists(static field => !string.IsNullOrWhiteSpace(field)))
            {
                yield return new TableRow(fields, first);
            }
        }
    }

    private static string ReadField(string text, char separator, ref int at, ref bool unclosed)
    {
        if (!unclosed && text.AsSpan(at) is ['"', ..] && Quoted(text, separator, ref at, ref unclosed) is { } quoted)
        {
            return quoted;
        }

        var length = text.AsSpan(at).IndexOfAny(separator, '\n');
        var end = length < 0 ? text.Length : at + length;
        var field = text[at..end];
        at = end;
        return field;
    }

    /// <summary>
    /// A quoted field. Null where the quotation mark is one of the text: no other stands before the end of the field. Fields between tabs
    /// have none of their own, because programs that write them quote only what contains one.
    /// </summary>
    private static string? Quoted(string text, char separator, ref int at, ref bool unclosed)
    {
        var words = new StringBuilder();
        var from = at + 1;
        while (text.AsSpan(from).IndexOf('"') is >= 0 and var length)
        {
            words.Append(text, from, length);
            from += length + 1;
            if (from >= text.Length || text[from] == separator || text[from] == '\n')
            {
                var field = words.ToString();
                if (separator == '\t' && field.Contains('\t', StringComparison.Ordinal))
                {
                    return null;
                }

                at = from;
                return field;
            }

            if (text[from] != '"')
            {
                return null;
            }

            words.Append('"');
            from++;
        }

        unclosed = true;
        return null;
    }
}
