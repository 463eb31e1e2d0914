using PodcastInsights.Web.Api;

namespace PodcastInsights.Web.Security;

/// <summary>
/// Refuses addresses that hold U+FFFE, which Unicode reserves for no character at all and text functions refuse with an
/// exception; no word, name or slug can hold it.
/// </summary>
public static class TextAddress
{
    private const char NoCharacter = '\uFFFE';

    public static Task RequireAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!Holds(request.Path.Value) && !request.Query.Any(parameter => Holds(parameter.Key) || parameter.Value.Any(Holds)))
        {
            return next(context);
        }

        if (request.IsApi())
        {
            return Problems.NoText().ExecuteAsync(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private static bool Holds(string? text) => text?.Contains(NoCharacter, StringComparison.Ordinal) == true;
}
