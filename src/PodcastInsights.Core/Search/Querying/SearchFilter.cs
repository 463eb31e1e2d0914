namespace PodcastInsights.Core.Search.Querying;

/// <summary>One <c>field:value</c> of a query.</summary>
/// <param name="Value">As typed; for values with several spellings, the first one.</param>
/// <param name="Excluded">Whether it was typed with a minus.</param>
/// <param name="Date">First day of the year, month or day typed; null where the value is not a date.</param>
public sealed record SearchFilter(FilterField Field, string Value, bool Excluded = false, DateOnly? Date = null)
{
    /// <summary>Null where the field cannot take the value.</summary>
    public static SearchFilter? TryParse(FilterField field, string value, bool excluded)
    {
        value = value.Trim();
        return value.Length > 0 && (field.MayExclude || !excluded) && field.Read(value) is { } read
            ? new SearchFilter(field, read.Text, excluded, read.Date)
            : null;
    }
}
