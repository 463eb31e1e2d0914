using System.Text.RegularExpressions;

namespace PodcastInsights.Web.Tests;

/// <summary>Reads tables as RFC 4180 has them, strictly.</summary>
internal static partial class Csv
{
    public static List<string[]> Parse(string csv)
    {
        Assert.EndsWith("\r\n", csv, StringComparison.Ordinal);
        return
        [
            .. csv.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
                .Select(line => Cells.Matches(line).Select(cell => cell.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal)).ToArray()),
        ];
    }

    /// <summary>Each row below the first by the names in the first.</summary>
    public static List<Dictionary<string, string>> Rows(string csv)
    {
        var rows = Parse(csv);
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        return [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    [GeneratedRegex("""\G(?:^|,)"((?:[^"]|"")*)"(?=,|$)""")]
    private static partial Regex Cells { get; }
}
