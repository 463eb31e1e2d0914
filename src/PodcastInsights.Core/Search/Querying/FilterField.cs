using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Search.Querying;

/// <summary>
/// A filter of searches. <see cref="All"/> is the one table of filters: the query language, the parameters of page and API, their
/// descriptions and the tests of the documentation are derived from it.
/// </summary>
public sealed class FilterField
{
    /// <summary>All filters, in the order in which they are described.</summary>
    public static IReadOnlyList<FilterField> All { get; } =
    [
        new(
            "speaker",
            [("zh-Hans", "发言者"), ("zh-Hant", "發言者")],
            "lenny",
            read: FilterValue.Name,
            keep: static (kept, group) => kept.KeepSpeakers(group, static speaker => speaker.Slug.Value, static speaker => speaker.Called),
            offers: FilterOffer.Speakers),
        new(
            "guest",
            [("zh-Hans", "嘉宾"), ("zh-Hant", "嘉賓"), ("zh-Hant", "來賓")],
            "name",
            read: FilterValue.Name,
            keep: static (kept, group) => kept.KeepEpisodes(group, static _ => null, static episode => episode.CalledGuests),
            offers: FilterOffer.Guests),
        new(
            "episode",
            [("zh-Hans", "节目"), ("zh-Hant", "節目")],
            "name",
            read: FilterValue.Name,
            keep: static (kept, group) => kept.KeepEpisodes(
                group, static episode => episode.Slug.Value, static episode => episode.CalledTitles, static episode => episode.CalledGuests),
            offers: FilterOffer.Episodes),
        new(
            "topic",
            [("zh-Hans", "主题"), ("zh-Hant", "主題")],
            "growth",
            read: FilterValue.Name,
            keep: static (kept, group) => kept.KeepEpisodes(group, static _ => null, static episode => episode.CalledTopics),
            offers: FilterOffer.Topics),
        new(
            "in",
            [("zh-Hans", "范围"), ("zh-Hant", "範圍")],
            "takeaways",
            read: static typed => FilterValue.OneOf(typed, ["takeaways", "takeaway", "核心要点", "核心要點", "要点", "要點"]),
            keep: static (kept, group) => kept.KeepTraits(
                group.Excluded ? DocumentTraits.None : DocumentTraits.Takeaway, group.Excluded ? DocumentTraits.Takeaway : DocumentTraits.None)),
        new(
            "before",
            [("zh-Hans", "之前"), ("zh-Hant", "之前")],
            "2025",
            read: FilterValue.FirstDay,
            keep: static (kept, group) => kept.KeepPublished(group, published => group.Filters.All(filter => published < filter.Date)),
            mayExclude: false),
        new(
            "after",
            [("zh-Hans", "之后"), ("zh-Hant", "之後")],
            "2023-06",
            read: FilterValue.FirstDay,
            keep: static (kept, group) => kept.KeepPublished(group, published => group.Filters.All(filter => published >= filter.Date)),
            mayExclude: false),
        new(
            "year",
            [("zh-Hans", "年份"), ("zh-Hant", "年份")],
            "2024",
            read: FilterValue.Year,
            keep: static (kept, group) => kept.KeepPublished(
                group, published => group.Filters.Any(filter => published?.Year == filter.Date?.Year))),
        new(
            "ad",
            [("zh-Hans", "广告"), ("zh-Hant", "廣告")],
            "only",
            read: static typed => FilterValue.OneOf(typed, ["any", "包含"], ["only", "仅", "僅"]),
            keep: static (kept, group) => kept.KeepSponsors(alone: group.Filters[^1].Value == "only"),
            mayExclude: false),
        new(
            "lang",
            [("zh-Hans", "语言"), ("zh-Hant", "語言")],
            "zh",
            read: FilterValue.Language,
            keep: static (kept, group) => kept.KeepLanguages(group)),
    ];

    private readonly (string Language, string Name)[] ownNames;

    private FilterField(
        string name,
        (string Language, string Name)[] ownNames,
        string example,
        Func<string, FilterValue?> read,
        Action<DocumentFilter, FilterGroup> keep,
        bool mayExclude = true,
        FilterOffer offers = FilterOffer.Nothing)
    {
        Name = name;
        this.ownNames = ownNames;
        Aliases = [.. ownNames.Select(static own => own.Name).Distinct()];
        Example = example;
        Read = read;
        Keep = keep;
        MayExclude = mayExclude;
        Offers = offers;
    }

    public static FilterField Speaker { get; } = Named("speaker")!;

    public static FilterField Episode { get; } = Named("episode")!;

    public static FilterField Topic { get; } = Named("topic")!;

    public static FilterField Year { get; } = Named("year")!;

    /// <summary>Name in the query language, and as a parameter of addresses.</summary>
    public string Name { get; }

    /// <summary>Other names in the query language, in all languages of the site.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>A valid value, for descriptions.</summary>
    public string Example { get; }

    /// <summary>Whether it can be negated by a minus.</summary>
    public bool MayExclude { get; }

    /// <summary>The kind of names that complete its value.</summary>
    internal FilterOffer Offers { get; }

    /// <summary>Parses a value; returns null for an invalid one.</summary>
    internal Func<string, FilterValue?> Read { get; }

    /// <summary>Applies all filters of this field, negated or not, to the document filter.</summary>
    internal Action<DocumentFilter, FilterGroup> Keep { get; }

    /// <summary>The name in a language of the site; <see cref="Name"/> where there is none.</summary>
    /// <param name="language">BCP 47.</param>
    public string NameIn(string language) => ownNames.FirstOrDefault(own => own.Language == language).Name ?? Name;

    /// <returns>Null where no filter has the name.</returns>
    public static FilterField? Named(string name) => All.FirstOrDefault(
        field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase) || field.Aliases.Contains(name, StringComparer.Ordinal));

    public override string ToString() => Name;
}

/// <summary>Names that a filter can be given.</summary>
internal enum FilterOffer
{
    Nothing,
    Speakers,
    Guests,
    Episodes,
    Topics,
}

/// <summary>The filters of a query on one field.</summary>
internal sealed record FilterGroup(IReadOnlyList<SearchFilter> Filters, bool Excluded);
