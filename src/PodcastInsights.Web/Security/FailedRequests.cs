using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using PodcastInsights.Storage.Sqlite;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Security;

/// <summary>What a failed request is answered: 503 with the reason where the database failed, 500 where the program did.</summary>
public static class FailedRequests
{
    public static void UseFailedRequests(this IApplicationBuilder app)
    {
        var database = app.ApplicationServices.GetRequiredService<SqliteDatabase>();
        var failures = app.ApplicationServices.GetRequiredService<DatabaseFailures>();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => AnswerAsync(context, database, failures),

            // The database's failure is logged once, and not by everyone who meets it.
            SuppressDiagnosticsCallback = failed => database.ProblemBehind(failed.Exception) is not null,
        });
    }

    private static Task AnswerAsync(HttpContext context, SqliteDatabase database, DatabaseFailures failures)
    {
        var error = context.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error;
        if (database.ProblemBehind(error) is not { } unusable)
        {
            return Refusal.AnswerAsync(context, Problems.Failed(), Texts.ErrorFailedExplained);
        }

        failures.Met(unusable);
        context.Response.Headers.RetryAfter = "10";
        return Refusal.AnswerAsync(context, Problems.NoDatabase(), Texts.ErrorNoDatabaseExplained, Texts.ErrorNoDatabase);
    }
}
