namespace PodcastInsights.Core.Search.Beginnings;

/// <summary>How a search differs from one that found nothing.</summary>
public enum OtherSearchKind
{
    /// <summary>Words or names that nobody here says are replaced by those they may have been meant for.</summary>
    Corrected,

    /// <summary>The words need not stand together.</summary>
    WithoutQuotes,

    /// <summary>Nothing narrows it.</summary>
    WithoutFilters,

    /// <summary>Words that nobody says are left out, and most of the others suffice.</summary>
    MostWords,
}

/// <summary>A search like one that found nothing, that finds something.</summary>
/// <param name="Text">The whole query, filters and all.</param>
/// <param name="Total">How many turns it finds.</param>
public sealed record OtherSearch(OtherSearchKind Kind, string Text, int Total);
