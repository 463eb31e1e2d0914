using System.Globalization;
using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>
/// Parses dates in many notations: <c>2031-02-03T10:00Z</c>, <c>2031/2/3</c>, <c>20310203</c>, <c>March 5, 2031</c>, <c>Tue, 5 Mar
/// 2031</c>, <c>5.3.2031</c>, <c>2031年3月5日</c>.
/// </summary>
internal static partial class WrittenDate
{
    private const string MonthNames = "jan feb mar apr may jun jul aug sep oct nov dec";

    /// <summary>
    /// Parses a date; null where the text is not one, does not exist (30 February), or is ambiguous in day and month: <c>5/3/2031</c>.
    /// </summary>
    public static DateOnly? Of(string? text)
    {
        text = text?.Trim() ?? "";
        if (Leading(text) is ({ } leading, _))
        {
            return leading;
        }

        if (DayFirst.Match(text) is { Success: true } dayFirst)
        {
            return Date(dayFirst);
        }

        if (Slashed.Match(text) is { Success: true } slashed)
        {
            var (first, second) = (Number(slashed, "first"), Number(slashed, "second"));
            return first == second || second > 12 ? Date(Number(slashed, "year"), first, second)
                : first > 12 ? Date(Number(slashed, "year"), second, first)
                : null;
        }

        return WithMonthName.Match(text) is { Success: true } named ? Date(named) : null;
    }

    /// <summary>The date at the start of a text, and the index after it; null for none.</summary>
    public static (DateOnly? Date, int End) Leading(string text) =>
        YearFirst.Match(text) is { Success: true } written && Date(written) is { } date ? (date, written.Length) : (null, 0);

    private static DateOnly? Date(Match written)
    {
        var name = written.Groups["name"];
        var month = name.Success
            ? 1 + (MonthNames.IndexOf(name.Value[..3].ToLowerInvariant(), StringComparison.Ordinal) / 4)
            : Number(written, "month");
        return Date(Number(written, "year"), month, Number(written, "day"));
    }

    private static DateOnly? Date(int year, int month, int day) =>
        year is > 0 and < 10_000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static int Number(Match written, string group) => int.Parse(written.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?:(?<year>[0-9]{4})(?:(?<mark>[-/._])(?<month>[0-9]{1,2})\k<mark>(?<day>[0-9]{1,2})|\s*年\s*(?<month>[0-9]{1,2})\s*月\s*(?<day>[0-9]{1,2})\s*日)"
        + @"|(?<year>(?:19|20|21)[0-9]{2})(?<month>[0-9]{2})(?<day>[0-9]{2}))(?![0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst { get; }

    [GeneratedRegex(@"^(?<day>[0-9]{1,2})\.\s?(?<month>[0-9]{1,2})\.\s?(?<year>[0-9]{4})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst { get; }

    [GeneratedRegex(@"^(?<first>[0-9]{1,2})/(?<second>[0-9]{1,2})/(?<year>[0-9]{4})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Slashed { get; }

    [GeneratedRegex(
        @"^(?:[a-z]{3,9},?\s+)??(?:(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s+(?<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?<year>[0-9]{4})"
        + @"|(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\.?[\s-](?:of\s+)?(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?[\s-](?<year>[0-9]{4}))(?![0-9])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WithMonthName { get; }
}
