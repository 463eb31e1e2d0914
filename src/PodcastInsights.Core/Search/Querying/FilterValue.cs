using System.Globalization;

namespace PodcastInsights.Core.Search.Querying;

/// <summary>The parsed value of a filter.</summary>
/// <param name="Text">As typed; for values with several spellings, the first one.</param>
/// <param name="Date">First day of the year, month or day typed; null where it is not a date.</param>
internal sealed record FilterValue(string Text, DateOnly? Date = null)
{
    private static readonly string[] DateFormats = ["yyyy", "yyyy-M", "yyyy/M", "yyyy-M-d", "yyyy/M/d"];

    public static FilterValue? Name(string typed) => new(typed);

    public static FilterValue? FirstDay(string typed) => Dated(typed, DateFormats);

    public static FilterValue? Year(string typed) => Dated(typed, DateFormats[..1]);

    public static FilterValue? Language(string typed) =>
        typed.Length is >= 2 and <= 8 && typed.All(static c => char.IsAsciiLetter(c) || c == '-')
            ? new(typed.ToLowerInvariant().Split('-')[0])
            : null;

    /// <param name="values">The spellings of each value, of which the first is the result.</param>
    public static FilterValue? OneOf(string typed, params string[][] values) =>
        Array.Find(values, ways => ways.Contains(typed, StringComparer.OrdinalIgnoreCase)) is { } found ? new(found[0]) : null;

    private static FilterValue? Dated(string typed, string[] formats) =>
        DateOnly.TryParseExact(typed, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new(typed, date) : null;
}
