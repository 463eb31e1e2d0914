using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PodcastInsights.Core.Search;

namespace PodcastInsights.Web.Api;

/// <summary>Turns that hold the words asked for.</summary>
public static class SearchApi
{
    private const int UsualPageSize = 20;

    public static void MapSearchApi(this IEndpointRouteBuilder api) => api.MapRead("/search", SearchAsync, "SearchTurns")
        .WithTags("Search")
        .WithSummary("Finds turns, best first.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            Paging.Describe(operation, UsualPageSize);
            return Task.CompletedTask;
        })
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<Ok<SearchResponse>, ProblemHttpResult>> SearchAsync(
        HttpRequest request,
        ISearchIndex index,
        [Description("Words, and \"phrases\" between quotation marks. Any text is understood; one without a word finds nothing.")] string? q,
        string? page,
        string? pageSize,
        CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(page, pageSize, UsualPageSize, out var paging, out var problem))
        {
            return problem;
        }

        var search = new SearchRequest(SearchQuery.Parse(q), paging.Page, paging.PageSize);
        var results = search.Query.IsEmpty ? SearchResults.Empty(search) : await index.SearchAsync(search, cancellationToken);
        return TypedResults.Ok(SearchResponse.From(results, request.PathBase));
    }
}
