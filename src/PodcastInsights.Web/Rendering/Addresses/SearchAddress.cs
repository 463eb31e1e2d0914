using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Querying;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Views;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>
/// A search as an address has it, for page and data alike: what was typed, and what narrows it beside the text. Each filter of the query
/// language is a parameter of its name.
/// </summary>
/// <param name="Filters">In the order of <see cref="FilterField.All"/>; several on one field are alternatives.</param>
/// <param name="Sort">As given; null for the best first.</param>
/// <param name="Literal">Whether nothing may be found instead of what was typed.</param>
public sealed record SearchAddress(string Typed, IReadOnlyList<GivenFilter> Filters, string? Sort, bool Literal)
{
    // More alternatives are nobody's search, and each is looked for among all names.
    internal const int MostOfOne = 10;

    /// <summary>Names of the parameters, in the order of the addresses that are made here.</summary>
    public static IReadOnlyList<string> Parameters { get; } = ["q", .. FilterField.All.Select(field => field.Name), "sort", "literal"];

    public static SearchAddress Read(IQueryCollection given) => new(
        Given.Text(given["q"].FirstOrDefault()) ?? "",
        [
            .. FilterField.All.SelectMany(field => given[field.Name]
                .Select(Given.Text).OfType<string>().Take(MostOfOne)
                .Select(value => new GivenFilter(field, value))),
        ],
        Given.Text(given["sort"].FirstOrDefault()),
        string.Equals(given["literal"].FirstOrDefault(), "true", StringComparison.OrdinalIgnoreCase));

    /// <summary>The query with its filters; a value that a filter cannot take leaves a hint.</summary>
    public SearchQuery Query => Filters.Aggregate(SearchQuery.Parse(Typed), (query, filter) => query.Where(filter.Field, filter.Value));

    /// <summary>The best first where the order given is none.</summary>
    public SearchSort Order => TryReadSort(out var sort) ? sort : SearchSort.Relevance;

    /// <summary>The orders that a reader can choose.</summary>
    public static IReadOnlyList<SearchSort> Sorts { get; } = [SearchSort.Relevance, SearchSort.Date, SearchSort.Place];

    /// <summary>False where the order given is none.</summary>
    public bool TryReadSort(out SearchSort sort)
    {
        sort = SearchSort.Relevance;
        return Sort is null || (Sort.All(char.IsAsciiLetter) && Enum.TryParse(Sort, ignoreCase: true, out sort) && Sorts.Contains(sort));
    }

    public SearchRequest ToRequest(int page, int pageSize) => new(Query, page, pageSize, Order, Literal, WithOthers: true);

    /// <summary>The search narrowed to that alone on the field.</summary>
    public SearchAddress With(FilterField field, string value) =>
        this with { Filters = [.. Filters.Where(filter => filter.Field != field), new GivenFilter(field, value)] };

    public SearchAddress Without(GivenFilter filter) => this with { Filters = [.. Filters.Where(one => one != filter)] };

    public string Link(SiteLinks links) => links.SearchPage + ToQuery();

    /// <summary>What is found, as a file.</summary>
    public string FileLink(SiteLinks links, string suffix) => $"{links.SearchPage}.{suffix}{ToQuery()}";

    /// <summary>What is found, as a feed, which has an order of its own and takes nothing for what was typed.</summary>
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
            ("sort", Sort),
            ("literal", Literal ? "true" : null),
        ];
        return QueryString.Create(parameters.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value)));
    }
}

/// <param name="Value">As given, which the field may not take.</param>
public readonly record struct GivenFilter(FilterField Field, string Value);
