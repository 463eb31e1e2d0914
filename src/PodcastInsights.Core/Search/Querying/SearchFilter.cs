using System.Globalization;

namespace PodcastInsights.Core.Search.Querying;

public enum FilterField
{
    Speaker,
    Guest,
    Episode,
    Topic,
    In,
    Before,
    After,
    Ad,
    Lang,
}

/// <summary>One <c>field:value</c> of a query.</summary>
/// <param name="Value">As typed; for <c>in</c>, <c>ad</c> and <c>lang</c> in lower case.</param>
/// <param name="Date">For <c>before</c> and <c>after</c>: the first day of the year, month or day typed.</param>
/// <param name="Excluded">Whether it was typed with a minus.</param>
public sealed record SearchFilter(FilterField Field, string Value, bool Excluded = false, DateOnly? Date = null)
{
    private static readonly string[] DateFormats = ["yyyy", "yyyy-M", "yyyy/M", "yyyy-M-d", "yyyy/M/d"];

    /// <summary>Name in the query language.</summary>
    public string Name => NameOf(Field);

    /// <summary>Null where there is no such field or it cannot take the value.</summary>
    public static SearchFilter? TryParse(string field, string value, bool excluded)
    {
        value = value.Trim();
        if (!TryParseField(field, out var known) || value.Length == 0)
        {
            return null;
        }

        var lower = value.ToLowerInvariant();
        switch (known)
        {
            case FilterField.In:
                return lower is "takeaways" or "takeaway" ? new SearchFilter(known, "takeaways", excluded) : null;
            case FilterField.Ad:
                return lower is "any" or "only" && !excluded ? new SearchFilter(known, lower) : null;
            case FilterField.Lang:
                return lower.Length is >= 2 and <= 8 && lower.All(static c => char.IsAsciiLetter(c) || c == '-')
                    ? new SearchFilter(known, lower.Split('-')[0], excluded)
                    : null;
            case FilterField.Before or FilterField.After:
                return !excluded
                    && DateOnly.TryParseExact(value, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                    ? new SearchFilter(known, value, Date: date)
                    : null;
            default:
                return new SearchFilter(known, value, excluded);
        }
    }

    public static bool TryParseField(string name, out FilterField field)
    {
        foreach (var known in Enum.GetValues<FilterField>())
        {
            if (string.Equals(NameOf(known), name, StringComparison.OrdinalIgnoreCase))
            {
                field = known;
                return true;
            }
        }

        field = default;
        return false;
    }

    private static string NameOf(FilterField field) => field switch
    {
        FilterField.Speaker => "speaker",
        FilterField.Guest => "guest",
        FilterField.Episode => "episode",
        FilterField.Topic => "topic",
        FilterField.In => "in",
        FilterField.Before => "before",
        FilterField.After => "after",
        FilterField.Ad => "ad",
        FilterField.Lang => "lang",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
