using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PodcastInsights.Core.Search;

namespace PodcastInsights.Web.Api;

/// <summary>Turns that hold the words asked for.</summary>
public static class SearchApi
{
    private const int UsualPageSize = 20;

    public static void MapSearchApi(this IEndpointRouteBuilder api)
    {
        api.MapRead("/search", SearchAsync, "SearchTurns")
            .WithTags("Search")
            .WithSummary("Finds turns, best first.")
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                Paging.Describe(operation, UsualPageSize);
                return Task.CompletedTask;
            })
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapRead("/suggest", SuggestAsync, "Suggest")
            .WithTags("Search")
            .WithSummary("How what is being typed may go on: words, speakers, episodes.");
    }

    private static async Task<Results<Ok<SearchResponse>, ProblemHttpResult>> SearchAsync(
        HttpRequest request,
        ISearchIndex index,
        [AsParameters] SearchParameters parameters,
        string? page,
        string? pageSize,
        CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(page, pageSize, UsualPageSize, out var paging, out var problem))
        {
            return problem;
        }

        if (!parameters.TryReadSort(out var sort))
        {
            return Problems.BadSort();
        }

        var search = parameters.ToRequest(paging.Page, paging.PageSize, sort);
        var results = search.Query.IsEmpty ? SearchResults.Empty(search) : await index.SearchAsync(search, cancellationToken);
        return TypedResults.Ok(SearchResponse.From(results, request.PathBase));
    }

    private static async Task<Ok<SuggestionsResponse>> SuggestAsync(
        ISearchIndex index,
        [Description("What has been typed so far.")] string? q,
        CancellationToken cancellationToken) =>
        TypedResults.Ok(SuggestionsResponse.From(
            string.IsNullOrWhiteSpace(q) ? SearchSuggestions.None : await index.SuggestAsync(q, cancellationToken)));
}
