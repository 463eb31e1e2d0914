using Microsoft.AspNetCore.Http.HttpResults;
using PodcastInsights.Web.Api;

namespace PodcastInsights.Web.Security;

/// <summary>Why a request goes no further, in the language of its page; the error page shows it.</summary>
/// <param name="Heading">Null where the status alone says enough.</param>
public sealed record Refusal(string Reason, string? Heading = null)
{
    /// <summary>To programs the problem; to people the error page with the reason.</summary>
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

    /// <summary>As above, but to people the reason alone: for requests that are not to cost a page.</summary>
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
