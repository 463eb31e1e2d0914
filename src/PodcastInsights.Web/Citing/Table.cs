using System.Text;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Citation.Styles;

namespace PodcastInsights.Web.Citing;

/// <summary>
/// Writes a table as CSV (RFC 4180) for spreadsheets. It begins with a byte order mark, without which Excel does not read it as UTF-8.
/// Spreadsheets evaluate cells that begin like a formula, even quoted ones, so an apostrophe is put before them. To make this change
/// visible, the last column lists the columns of the row in which it was done.
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

    /// <param name="cells">One cell for each column; null is empty.</param>
    public void Add(params IReadOnlyList<string?> cells)
    {
        var plain = cells.Select(cell => OneLine.Of(cell ?? "")).ToList();
        var safe = plain.Select(cell => Formula.Replace(cell, "'$0")).ToList();
        Write([.. safe, string.Join(' ', columns.Where((_, at) => safe[at] != plain[at]))]);
    }

    public byte[] ToBytes() => [.. Encoding.Preamble, .. Encoding.GetBytes(text.ToString())];

    private void Write(IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");

    // With a decimal comma, spreadsheets also begin a cell after a semicolon. Some treat full-width signs alike.
    [GeneratedRegex("""(?<=(?:^|;)[\s"']*)[=+\-@＝＋－＠]""")]
    private static partial Regex Formula { get; }
}
