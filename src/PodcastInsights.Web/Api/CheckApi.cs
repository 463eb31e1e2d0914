using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Core.Search;

namespace PodcastInsights.Web.Api;

/// <summary>Whether somebody said what a text quotes.</summary>
public static class CheckApi
{
    public static void MapCheckApi(this IEndpointRouteBuilder api) =>
        api.MapMethods("/check", ApiRegistration.ReadMethods, CheckAsync).WithName("CheckQuotation")
            .WithTags("Search")
            .WithSummary("Says whether a quotation is right, and where it is from.")
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<Ok<CheckResponse>, ProblemHttpResult>> CheckAsync(
        HttpRequest request,
        ISearchIndex index,
        [Description("What somebody is said to have said: one quotation, or a text that holds some.")] string? text,
        [Description("Who is said to have said it: a name, a part of one, or a slug.")] string? speaker,
        CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Problems.NoText();
        }

        if (text.Length > QuotationReport.LongestText)
        {
            return Problems.LongText(QuotationReport.LongestText);
        }

        return TypedResults.Ok(CheckResponse.From(await index.CheckAsync(text, speaker, cancellationToken), request.PathBase));
    }
}
