using System.Text;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Citation.Styles;

namespace PodcastInsights.Web.Citing;

/// <summary>
/// A table as CSV (RFC 4180), for spreadsheets: UTF-8 with the mark of its encoding, without which Excel takes Chinese for something
/// else. A spreadsheet runs a cell that begins like a formula, quoted or not, so that an apostrophe stands before what would begin one.
/// As words are not to be changed in secret, the last column names those of the row's cells that have been given some.
/// </summary>
internal sealed partial class Table
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    public const string MediaType = "text/csv; charset=utf-8; header=present";

    private readonly StringBuilder text = new();

    private readonly string[] columns;

    public Table(params string[] columns)
    {
        this.columns = columns;
        Write([.. columns, "apostrophes"]);
    }

    /// <param name="cells">One for each column; null is empty.</param>
    public void Add(params IReadOnlyList<string?> cells)
    {
        var plain = cells.Select(cell => OneLine.Of(cell ?? "")).ToList();
        var safe = plain.Select(cell => Formula.Replace(cell, "'$0")).ToList();
        Write([.. safe, string.Join(' ', columns.Where((_, at) => safe[at] != plain[at]))]);
    }

    public byte[] ToBytes() => [.. Encoding.Preamble, .. Encoding.GetBytes(text.ToString())];

    private void Write(IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");

    // Where the comma is the decimal sign, a spreadsheet begins a cell behind a semicolon. Full-width signs are the same to some.
    [GeneratedRegex("""(?<=(?:^|;)[\s"']*)[=+\-@＝＋－＠]""")]
    private static partial Regex Formula { get; }
}
