using System.Text;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Citation.Styles;

namespace PodcastInsights.Web.Citing;

/// <summary>
/// A table as CSV (RFC 4180), for spreadsheets: UTF-8 with the mark of its encoding, without which Excel takes Chinese for something
/// else. A spreadsheet runs a cell that begins like a formula, quoted or not, so that an apostrophe stands before what would begin one.
/// </summary>
internal sealed partial class Table
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    private readonly StringBuilder text = new();

    public const string MediaType = "text/csv; charset=utf-8; header=present";

    public Table(params string[] columns) => Add(columns);

    /// <param name="cells">One for each column; null is empty.</param>
    public void Add(params IEnumerable<string?> cells) =>
        text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    public byte[] ToBytes() => [.. Encoding.Preamble, .. Encoding.GetBytes(text.ToString())];

    private static string Cell(string? content)
    {
        var safe = Formula.Replace(OneLine.Of(content ?? ""), "'$0");
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // Where the comma is the decimal sign, a spreadsheet begins a cell behind a semicolon. Full-width signs are the same to some.
    [GeneratedRegex("""(?<=(?:^|;)[\s"']*)[=+\-@＝＋－＠]""")]
    private static partial Regex Formula { get; }
}
