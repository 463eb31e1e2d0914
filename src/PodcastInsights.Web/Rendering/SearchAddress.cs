using PodcastInsights.Core.Search;

namespace PodcastInsights.Web.Rendering;

/// <summary>A search as its address has it: what was typed, and what narrows it beside the text.</summary>
/// <param name="Speaker">Slug, as are <paramref name="Episode"/> and <paramref name="Topic"/>; null for all.</param>
/// <param name="Year">Of publication, four digits; null for all.</param>
/// <param name="Sort"><c>date</c> or <c>place</c>; null for the best first.</param>
/// <param name="Exact">Whether nothing may be found instead of what was typed.</param>
public sealed record SearchAddress(string Typed, string? Speaker, string? Episode, string? Topic, int? Year, string? Sort, bool Exact)
{
    public SearchSort Order => Sort switch
    {
        "date" => SearchSort.Date,
        "place" => SearchSort.Place,
        _ => SearchSort.Relevance,
    };

    public SearchQuery Query
    {
        get
        {
            var query = SearchQuery.Parse(Typed);
            var filters = new[]
            {
                ("speaker", Speaker), ("episode", Episode), ("topic", Topic), ("after", Year?.ToText()), ("before", (Year + 1)?.ToText()),
            };
            foreach (var (name, value) in filters)
            {
                query = value is null ? query : query.Where(name, value);
            }

            return query;
        }
    }

    public string Link(SiteLinks links)
    {
        var parameters = new (string Name, string? Value)[]
        {
            ("q", Typed),
            ("speaker", Speaker),
            ("episode", Episode),
            ("topic", Topic),
            ("year", Year?.ToText()),
            ("sort", Sort),
            ("exact", Exact ? "1" : null),
        };
        var given = parameters.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value));
        return links.SearchPage + QueryString.Create(given);
    }
}
