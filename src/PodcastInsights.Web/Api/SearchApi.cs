using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Querying;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Api;

/// <summary>Turns that hold the words asked for.</summary>
public static class SearchApi
{
    internal const int UsualPageSize = 20;

    public static void MapSearchApi(this IEndpointRouteBuilder api)
    {
        api.MapMethods("/search", ApiRegistration.ReadMethods, SearchAsync).WithName("SearchTurns")
            .WithTags("Search")
            .WithSummary("Finds turns, best first.")
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                Describe(operation);
                Paging.Describe(operation, UsualPageSize);
                return Task.CompletedTask;
            })
            .WithMetadata(new TakesSearchAttribute())
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapMethods("/suggest", ApiRegistration.ReadMethods, SuggestAsync).WithName("Suggest")
            .WithTags("Search")
            .WithSummary("How what is being typed may go on: people and episodes, words, and what a filter can be given.");
    }

    /// <param name="given">The parameters of a <see cref="SearchAddress"/>.</param>
    /// <param name="root">What addresses begin with.</param>
    internal static async Task<Results<Ok<SearchResponse>, ProblemHttpResult>> AnswerAsync(
        IQueryCollection given, string? page, string? pageSize, string root, ISearchIndex index, CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(page, pageSize, UsualPageSize, out var paging, out var problem))
        {
            return problem;
        }

        var address = SearchAddress.Read(given);
        if (!address.TryReadSort(out _))
        {
            return Problems.BadSort();
        }

        var search = address.ToRequest(paging.Page, paging.PageSize);
        var results = search.Query.IsEmpty ? SearchResults.Empty(search) : await index.SearchAsync(search, cancellationToken);
        return TypedResults.Ok(SearchResponse.From(results, root));
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

    private static async Task<Ok<SuggestionsResponse>> SuggestAsync(
        ISearchIndex index,
        [Description("What has been typed so far.")] string? q,
        CancellationToken cancellationToken) =>
        TypedResults.Ok(SuggestionsResponse.From(
            string.IsNullOrWhiteSpace(q) ? SearchSuggestions.None : await index.SuggestAsync(q, cancellationToken)));

    private static void Describe(OpenApiOperation operation) => operation.Parameters =
    [
        .. SearchAddress.Parameters.Select(name => new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Query,
            Description = Meaning(name),
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        }),
        .. operation.Parameters ?? [],
    ];
}
