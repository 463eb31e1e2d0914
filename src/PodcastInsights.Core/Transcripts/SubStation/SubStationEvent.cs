using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.SubStation;

/// <summary>A line of the section <c>[Events]</c>.</summary>
/// <param name="Speaker">Empty where the column for it is.</param>
/// <param name="Text">Without codes; lines are separated by <c>\n</c>.</param>
/// <param name="Line">From 1.</param>
internal sealed partial record SubStationEvent(bool IsComment, Timestamp? Start, Timestamp? End, string Speaker, string Text, int Line)
{
    /// <summary>More than the formats have: each event is split into as many.</summary>
    private const int MostColumns = 32;

    /// <summary>Reads all events. A line above them names their columns, of which the text is the last and may have commas.</summary>
    public static IEnumerable<SubStationEvent> ReadAll(SourceText source)
    {
        var columns = (string[]?)null;
        var isInEvents = false;
        for (var i = 0; i < source.Lines.Count; i++)
        {
            var line = source.Lines[i].AsSpan().Trim();
            if (line is ['[', ..])
            {
                isInEvents = line.Equals("[Events]", StringComparison.OrdinalIgnoreCase);
            }
            else if (isInEvents && line.IndexOf(':') is > 0 and var colon)
            {
                var kind = line[..colon];
                var rest = line[(colon + 1)..].Trim().ToString();
                if (kind.Equals("Format", StringComparison.OrdinalIgnoreCase))
                {
                    columns = [.. rest.Split(',', MostColumns).Select(static column => column.Trim().ToUpperInvariant())];
                }
                else if (columns is not null && (kind.Equals("Dialogue", StringComparison.OrdinalIgnoreCase) || kind.Equals("Comment", StringComparison.OrdinalIgnoreCase)))
                {
                    yield return Read(kind[0] is 'C' or 'c', columns, rest.Split(',', columns.Length), i + 1);
                }
            }
        }
    }

    private static SubStationEvent Read(bool isComment, string[] columns, string[] fields, int line)
    {
        return new SubStationEvent(isComment, Time("START"), Time("END"), At("NAME") is { Length: > 0 } name ? name : At("ACTOR"), Words(At("TEXT")), line);

        string At(string column) => Array.IndexOf(columns, column) is >= 0 and var at && at < fields.Length ? fields[at].Trim() : "";

        Timestamp? Time(string column) => Timestamp.TryParse(At(column), out var time) ? time : null;
    }

    /// <summary>The text without codes. What stands behind the code of a drawing are its coordinates.</summary>
    private static string Words(string text) =>
        string.Concat(Pieces(text)).Replace("\\N", "\n", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\h", " ", StringComparison.Ordinal).Trim();

    private static IEnumerable<string> Pieces(string text)
    {
        var (from, isDrawing) = (0, false);
        foreach (Match code in Code.Matches(text))
        {
            if (!isDrawing)
            {
                yield return text[from..code.Index];
            }

            isDrawing = Drawing.IsMatch(code.ValueSpan) || (isDrawing && !EndOfDrawing.IsMatch(code.ValueSpan));
            from = code.Index + code.Length;
        }

        if (!isDrawing)
        {
            yield return text[from..];
        }
    }

    [GeneratedRegex(@"\{[^{}]{0,2000}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Code { get; }

    [GeneratedRegex(@"\\p[1-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Drawing { get; }

    [GeneratedRegex(@"\\p0", RegexOptions.CultureInvariant)]
    private static partial Regex EndOfDrawing { get; }
}
