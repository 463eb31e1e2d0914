using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using PodcastInsights.Core.Stores;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Security;

/// <summary>Handles failed requests: 503 with the reason where the store failed, 500 for other faults.</summary>
internal static class FailedRequests
{
    public static void UseFailedRequests(this IApplicationBuilder app)
    {
        var store = app.ApplicationServices.GetRequiredService<ILibraryStore>();
        var failures = app.ApplicationServices.GetRequiredService<LibraryFailures>();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => AnswerAsync(context, store, failures),

            // A failure of the store is logged once, and not for each request.
            SuppressDiagnosticsCallback = failed => store.ProblemBehind(failed.Exception) is not null,
        });
    }

    private static Task AnswerAsync(HttpContext context, ILibraryStore store, LibraryFailures failures)
    {
        var error = context.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error;
        if (store.ProblemBehind(error) is not { } unusable)
        {
            return Refusal.AnswerAsync(context, Problems.Failed(), Texts.ErrorFailedExplained);
        }

        failures.Met(unusable);
        context.Response.Headers.RetryAfter = "10";
        return Refusal.AnswerAsync(context, Problems.NoDatabase(), Texts.ErrorNoDatabaseExplained, Texts.ErrorNoDatabase);
    }
}
