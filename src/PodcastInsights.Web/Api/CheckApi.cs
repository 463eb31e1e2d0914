using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Core.Search;

namespace PodcastInsights.Web.Api;

/// <summary>Verifies quotations against the transcripts.</summary>
internal static class CheckApi
{
    internal const string TextMeaning = "What somebody is said to have said: one quotation, or a text that holds some.";

    internal const string SpeakerMeaning = "Who is said to have said it: a name, a part of one, or a slug.";

    public static void MapCheckApi(this IEndpointRouteBuilder api) =>
        api.MapMethods("/check", ApiRegistration.ReadMethods, CheckAsync).WithName("CheckQuotation")
            .WithTags("Search")
            .WithSummary("Says whether a quotation is right, and where it is from.");

    private static Task<Results<Ok<CheckResponse>, ProblemHttpResult>> CheckAsync(
        HttpRequest request,
        ISearchIndex index,
        [Description(TextMeaning)] string? text,
        [Description(SpeakerMeaning)] string? speaker,
        CancellationToken cancellationToken) =>
        AnswerAsync(text, speaker, request.PathBase, index, cancellationToken);

    /// <param name="root">Prefix of addresses.</param>
    internal static async Task<Results<Ok<CheckResponse>, ProblemHttpResult>> AnswerAsync(
        string? text, string? speaker, string root, ISearchIndex index, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Problems.NoText();
        }

        if (text.Length > QuotationReport.LongestText)
        {
            return Problems.LongText(QuotationReport.LongestText);
        }

        return TypedResults.Ok(CheckResponse.From(await index.CheckAsync(text, speaker, cancellationToken), root));
    }
}
