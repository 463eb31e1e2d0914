using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Querying;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Views;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>
/// The parameters of a search, for the page and the API: the query, filters and the order. Each filter of the query language is a parameter
/// with its name.
/// </summary>
/// <param name="Filters">In the order of <see cref="FilterField.All"/>. Several filters on one field are alternatives.</param>
/// <param name="Sort">As given; null for the best results first.</param>
/// <param name="Literal">Whether the query must not be corrected or relaxed.</param>
/// <param name="IsCut">Whether the query or its filters were longer than is read, or too many.</param>
internal sealed record SearchAddress(string Typed, IReadOnlyList<GivenFilter> Filters, string? Sort, bool Literal, bool IsCut = false)
{
    // Largest number of alternatives of a filter. Each is compared with all names.
    internal const int MostOfOne = 10;

    /// <summary>
    /// Largest length of all values of filters together, in characters. A page of results has dozens of links, and each has all of them.
    /// </summary>
    private const int LongestFilters = 1000;

    /// <summary>Names of the parameters, in the order in which addresses are made.</summary>
    public static IReadOnlyList<string> Parameters { get; } = ["q", .. FilterField.All.Select(field => field.Name), "sort", "literal"];

    public static SearchAddress Read(IQueryCollection given)
    {
        var typed = Given.Text(given["q"].FirstOrDefault()) ?? "";
        var filters = FilterField.All
            .SelectMany(field => given[field.Name].Select(Given.Text).OfType<string>().Select(value => new GivenFilter(field, value)))
            .ToList();
        var left = LongestFilters;
        GivenFilter[] read =
        [
            .. filters.GroupBy(filter => filter.Field)
                .SelectMany(alternatives => alternatives.Take(MostOfOne))
                .TakeWhile(filter => (left -= filter.Value.Length) >= 0),
        ];
        return new SearchAddress(
            typed.Length <= SearchQuery.MaxLength ? typed : typed[..SearchQuery.MaxLength],
            read,
            Given.Text(given["sort"].FirstOrDefault()),
            string.Equals(given["literal"].FirstOrDefault(), "true", StringComparison.OrdinalIgnoreCase),
            IsCut: typed.Length > SearchQuery.MaxLength || read.Length < filters.Count);
    }

    /// <summary>The query with its filters. A filter with an invalid value becomes a hint, and so does what was cut.</summary>
    public SearchQuery Query
    {
        get
        {
            var query = Filters.Aggregate(SearchQuery.Parse(Typed), (query, filter) => query.Where(filter.Field, filter.Value));
            return IsCut ? query with { Hints = [.. query.Hints, new SearchHint(SearchHintKind.TooLong, "")] } : query;
        }
    }

    /// <summary>The requested order; the best results first if it is unknown.</summary>
    public SearchSort Order => TryReadSort(out var sort) ? sort : SearchSort.Relevance;

    /// <summary>The orders that a reader can choose.</summary>
    public static IReadOnlyList<SearchSort> Sorts { get; } = [SearchSort.Relevance, SearchSort.Date, SearchSort.Place];

    /// <summary>Whether the requested order is known.</summary>
    public bool TryReadSort(out SearchSort sort)
    {
        sort = SearchSort.Relevance;
        return Sort is null || (Sort.All(char.IsAsciiLetter) && Enum.TryParse(Sort, ignoreCase: true, out sort) && Sorts.Contains(sort));
    }

    public SearchRequest ToRequest(int page, int pageSize) => new(Query, page, pageSize, Order, Literal, WithOthers: true);

    /// <summary>The search with this value as the only one of its field.</summary>
    public SearchAddress With(FilterField field, string value) =>
        this with { Filters = [.. Filters.Where(filter => filter.Field != field), new GivenFilter(field, value)] };

    public SearchAddress Without(GivenFilter filter) => this with { Filters = [.. Filters.Where(one => one != filter)] };

    public string Link(SiteLinks links) => links.SearchPage + ToQuery();

    /// <summary>The address of the results as a file.</summary>
    public string FileLink(SiteLinks links, string suffix) => $"{links.SearchPage}.{suffix}{ToQuery()}";

    /// <summary>The address of the results as a feed. Feeds have their own order and do not correct the query.</summary>
    public FeedLink Feed
    {
        get
        {
            var query = this with { Sort = null, Literal = false };
            return new FeedLink("/search", query.ToQuery(), Wording.Of(Texts.SearchTitle, string.Join(' ', query.Filters.Select(filter => filter.Value).Prepend(Typed))));
        }
    }

    private QueryString ToQuery()
    {
        IEnumerable<(string Name, string? Value)> parameters =
        [
            ("q", Typed),
            .. Filters.Select(filter => (filter.Field.Name, (string?)filter.Value)),
            ("sort", TryReadSort(out _) ? Sort : null),
            ("literal", Literal ? "true" : null),
        ];
        return QueryString.Create(parameters.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value)));
    }
}

/// <param name="Value">As given; may be invalid for the field.</param>
internal readonly record struct GivenFilter(FilterField Field, string Value);
