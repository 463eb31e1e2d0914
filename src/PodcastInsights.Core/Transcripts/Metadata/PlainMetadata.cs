using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>
/// Reads invalid metadata line by line: <c>key: value</c> or <c>key = value</c>, list items below a key, and indented continuation lines.
/// </summary>
internal static partial class PlainMetadata
{
    /// <param name="lines">Lines between the fences.</param>
    /// <param name="firstLine">Line number of the first one in the file.</param>
    /// <param name="diagnostics">Receives the text of every other line.</param>
    public static List<MetadataEntry> Read(IReadOnlyList<string> lines, int firstLine, DiagnosticList diagnostics)
    {
        var entries = new List<MetadataEntry>();
        var key = (string?)null;
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, number) = (lines[i], firstLine + i);
            var text = line.Trim();
            if (text is "" or ['#', ..])
            {
                continue;
            }

            if (KeyAndValue.Match(line) is { Success: true } pair)
            {
                key = Unquoted(pair.Groups["key"].Value);
                entries.AddRange(ValuesIn(pair.Groups["value"].Value).Select(value => new MetadataEntry(key, value, number)));
            }
            else if (key is not null && text.StartsWith("- ", StringComparison.Ordinal))
            {
                Add(key, NameIn(text[2..]), number);
            }
            else if (key is not null && char.IsWhiteSpace(line[0]))
            {
                if (entries is [.., var last] && last.Key == key && !Member.IsMatch(text))
                {
                    entries[^1] = last with { Value = Unquoted($"{last.Value} {text}") };
                }
                else
                {
                    Add(key, NameIn(text), number);
                }
            }
            else
            {
                diagnostics.Warning(
                    "front-matter.line-unread", number, $"This line of the front matter is no 'key: value' and was not read: {text}");
            }
        }

        return entries;

        void Add(string name, string value, int line)
        {
            if (value.Length > 0)
            {
                entries.Add(new MetadataEntry(name, value, line));
            }
        }
    }

    /// <summary>
    /// The items of an inline list, closed or not, or the name in a mapping; else the text itself. The start of a multi-line text has no
    /// value.
    /// </summary>
    private static IEnumerable<string> ValuesIn(string text)
    {
        text = text.Trim();
        var isMapping = text is ['{', ..];
        return (isMapping || text is ['[', ..] ? text[1..].TrimEnd(']', '}').Split(',') : [text])
            .Select(value => isMapping ? NameIn(value.Trim()) : Unquoted(value))
            .Where(static value => value.Length > 0 && !BlockMark.IsMatch(value));
    }

    /// <summary>The value of a member <c>name: Ada</c>; empty for other members.</summary>
    private static string NameIn(string text) =>
        Member.Match(text) is not { Success: true } member ? Unquoted(text)
        : member.Groups["key"].Value.Equals("name", StringComparison.OrdinalIgnoreCase) ? Unquoted(text[member.Length..])
        : "";

    private static string Unquoted(string value) => value.Trim().Trim('"', '\'').Trim();

    [GeneratedRegex(@"^(?<key>[^\s:=#\-\[{][^:=]{0,60}?)\s*(?::(?=\s|$)|=)(?<value>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyAndValue { get; }

    [GeneratedRegex(@"^(?<key>[A-Za-z_]{1,30}):(?:\s+|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Member { get; }

    [GeneratedRegex(@"^[|>][+-]?[0-9]?$", RegexOptions.CultureInvariant)]
    private static partial Regex BlockMark { get; }
}
