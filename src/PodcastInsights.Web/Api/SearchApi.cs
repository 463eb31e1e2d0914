using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Querying;
using PodcastInsights.Web.Api.Description;
using PodcastInsights.Web.Citing;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Api;

/// <summary>Searches turns.</summary>
internal static class SearchApi
{
    internal const int UsualPageSize = 20;

    public static void MapSearchApi(this IEndpointRouteBuilder api)
    {
        api.MapMethods("/search", ApiRegistration.ReadMethods, SearchAsync).WithName("SearchTurns")
            .WithTags("Search")
            .WithSummary("Finds turns, best first.")
            .WithMetadata(new TakesSearchAttribute(), new GivesPages(UsualPageSize));
        api.MapMethods("/search.csv", ApiRegistration.ReadMethods, SearchTableAsync).WithName("SearchTurnsAsTable")
            .WithTags("Search")
            .WithSummary("Gives the same as a table, a row for each turn with the passage found.")
            .WithMetadata(new TakesSearchAttribute(), new GivesPages(UsualPageSize), GivesFile.Table);
        api.MapMethods("/suggest", ApiRegistration.ReadMethods, SuggestAsync).WithName("Suggest")
            .WithTags("Search")
            .WithSummary("How what is being typed may go on: people and episodes, words, and what a filter can be given.");
    }

    /// <param name="given">The parameters of a <see cref="SearchAddress"/>.</param>
    /// <param name="root">What addresses begin with.</param>
    internal static async Task<Results<Ok<SearchResponse>, ProblemHttpResult>> AnswerAsync(
        IQueryCollection given, string? page, string? pageSize, string root, ISearchIndex index, CancellationToken cancellationToken)
    {
        var (results, problem) = await FindAsync(given, page, pageSize, withFacets: true, index, cancellationToken);
        return results is null ? problem! : TypedResults.Ok(SearchResponse.From(results, root));
    }

    /// <summary>What one of the parameters of a <see cref="SearchAddress"/> means.</summary>
    internal static string Meaning(string parameter) => parameter switch
    {
        "q" => "The query: words, \"phrases\", filters. Any text is understood; see docs/search.md.",
        "sort" => "`relevance` (the default), `date` or `place`.",
        "literal" => "`true`: what was typed and nothing instead, without correction.",
        _ => Wording.Meaning(FilterField.Named(parameter)!, CultureInfo.InvariantCulture),
    };

    private static Task<Results<Ok<SearchResponse>, ProblemHttpResult>> SearchAsync(
        HttpRequest request, ISearchIndex index, string? page, string? pageSize, CancellationToken cancellationToken) =>
        AnswerAsync(request.Query, page, pageSize, request.PathBase, index, cancellationToken);

    private static async Task<Results<TableResult, ProblemHttpResult>> SearchTableAsync(
        HttpRequest request, ISearchIndex index, SiteLinks links, string? page, string? pageSize, CancellationToken cancellationToken)
    {
        var (found, problem) = await FindAsync(request.Query, page, pageSize, withFacets: false, index, cancellationToken);
        return found is null
            ? problem!
            : new TableResult(SearchFiles.TableOf(found.Items, links), "search.csv", new FoundPage(found.Total, found.Page, found.PageSize));
    }

    /// <returns>Exactly one of the two is not null.</returns>
    private static async Task<(SearchResults? Found, ProblemHttpResult? Problem)> FindAsync(
        IQueryCollection given, string? page, string? pageSize, bool withFacets, ISearchIndex index, CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(page, pageSize, UsualPageSize, out var paging, out var problem))
        {
            return (null, problem);
        }

        var address = SearchAddress.Read(given);
        if (!address.TryReadSort(out _))
        {
            return (null, Problems.BadSort());
        }

        var search = address.ToRequest(paging.Page, paging.PageSize) with { WithFacets = withFacets, WithOthers = withFacets };
        return (search.Query.IsEmpty ? SearchResults.Empty(search) : await index.SearchAsync(search, cancellationToken), null);
    }

    private static async Task<Ok<SuggestionsResponse>> SuggestAsync(
        ISearchIndex index,
        [Description("What has been typed so far.")] string? q,
        CancellationToken cancellationToken) =>
        TypedResults.Ok(SuggestionsResponse.From(
            string.IsNullOrWhiteSpace(q) ? SearchSuggestions.None : await index.SuggestAsync(q, cancellationToken)));

    private sealed record FoundPage(int Total, int Page, int PageSize) : IPage;
}
