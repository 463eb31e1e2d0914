namespace PodcastInsights.Core.Search.Beginnings;

/// <summary>How a search differs from one that found nothing.</summary>
public enum OtherSearchKind
{
    /// <summary>Words or names that do not occur are replaced by similar ones.</summary>
    Corrected,

    /// <summary>Words of a phrase need not be adjacent.</summary>
    WithoutQuotes,

    /// <summary>All filters are dropped.</summary>
    WithoutFilters,

    /// <summary>Words that do not occur are dropped, and most of the others suffice.</summary>
    MostWords,
}

/// <summary>An alternative to a search without results, which has some.</summary>
/// <param name="Text">The whole query, with filters.</param>
/// <param name="Total">Number of turns found.</param>
public sealed record OtherSearch(OtherSearchKind Kind, string Text, int Total);
