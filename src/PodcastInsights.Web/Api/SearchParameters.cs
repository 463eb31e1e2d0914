using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using PodcastInsights.Core.Search;

namespace PodcastInsights.Web.Api;

/// <summary>What is searched for, as an address gives it; pages and data read it alike.</summary>
public sealed record SearchParameters
{
    [FromQuery(Name = "q"), Description("The query: words, \"phrases\", filters. Any text is understood; see docs/search.md.")]
    public string? Query { get; init; }

    [FromQuery(Name = "speaker")]
    [Description("Only turns by this speaker, a name or slug. This and the following narrow the query as its filters do.")]
    public string? Speaker { get; init; }

    [FromQuery(Name = "guest"), Description("Only episodes with this guest.")]
    public string? Guest { get; init; }

    [FromQuery(Name = "episode"), Description("Only this episode, a slug or a part of its title.")]
    public string? Episode { get; init; }

    [FromQuery(Name = "topic"), Description("Only episodes on this topic.")]
    public string? Topic { get; init; }

    [FromQuery(Name = "in"), Description("`takeaways`: only turns that a takeaway begins in.")]
    public string? In { get; init; }

    [FromQuery(Name = "before"), Description("Only episodes published before this year, month or day: 2024, 2024-06, 2024-06-30.")]
    public string? Before { get; init; }

    [FromQuery(Name = "after"), Description("Only episodes published in or after this year, month or day.")]
    public string? After { get; init; }

    [FromQuery(Name = "ad"), Description("`any`: sponsor reads as well; `only`: nothing else.")]
    public string? Ad { get; init; }

    [FromQuery(Name = "lang"), Description("Only words in this language.")]
    public string? Language { get; init; }

    [FromQuery(Name = "sort"), Description("`relevance` (the default), `date` or `place`.")]
    public string? Sort { get; init; }

    [FromQuery(Name = "literal"), Description("`true`: what was typed and nothing instead, without correction.")]
    public string? Literal { get; init; }

    /// <summary>The query with its filters; a value that a filter cannot take leaves a hint.</summary>
    public SearchQuery ToQuery()
    {
        var query = SearchQuery.Parse(Query);
        foreach (var (field, value) in new[]
        {
            ("speaker", Speaker), ("guest", Guest), ("episode", Episode), ("topic", Topic), ("in", In),
            ("before", Before), ("after", After), ("ad", Ad), ("lang", Language),
        })
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                query = query.Where(field, value);
            }
        }

        return query;
    }

    /// <summary>False where the order is none.</summary>
    public bool TryReadSort(out SearchSort sort)
    {
        sort = SearchSort.Relevance;
        return string.IsNullOrEmpty(Sort) || (Sort.All(char.IsAsciiLetter) && Enum.TryParse(Sort, ignoreCase: true, out sort));
    }

    public SearchRequest ToRequest(int page, int pageSize, SearchSort sort) =>
        new(ToQuery(), page, pageSize, sort, string.Equals(Literal, "true", StringComparison.OrdinalIgnoreCase));
}
