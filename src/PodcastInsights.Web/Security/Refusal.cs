using Microsoft.AspNetCore.Http.HttpResults;
using PodcastInsights.Web.Api;

namespace PodcastInsights.Web.Security;

/// <summary>The reason why a request is refused, in the language of its page; shown by the error page.</summary>
/// <param name="Heading">Null where the status is enough.</param>
internal sealed record Refusal(string Reason, string? Heading = null)
{
    /// <summary>Responds with problem details to API clients, and with the error page to browsers.</summary>
    public static Task AnswerAsync(HttpContext context, ProblemHttpResult problem, string reason, string? heading = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(problem);
        if (context.Request.IsApi())
        {
            return problem.ExecuteAsync(context);
        }

        context.Features.Set(new Refusal(reason, heading));
        context.Response.StatusCode = problem.StatusCode;
        return Task.CompletedTask;
    }

    /// <summary>
    /// Responds like <see cref="AnswerAsync"/>, but with the reason as plain text to browsers, for requests that should not cost a page.
    /// </summary>
    public static Task AnswerBrieflyAsync(HttpContext context, ProblemHttpResult problem, string reason)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(problem);
        if (context.Request.IsApi())
        {
            return problem.ExecuteAsync(context);
        }

        context.Response.StatusCode = problem.StatusCode;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(reason, context.RequestAborted);
    }
}
