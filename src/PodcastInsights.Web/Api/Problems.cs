using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Exports;

namespace PodcastInsights.Web.Api;

/// <summary>The errors of the API as problem details (RFC 9457). The detail says which parameter is invalid, and why.</summary>
internal static class Problems
{
    /// <summary>What is wrong with an MCP request whose parameters cannot be read.</summary>
    public const string InvalidParameters = "The member 'params' lacks what the method needs, or has a value of a wrong type.";

    public static ProblemHttpResult BadParameter(string parameter, int most) => Bad(
        string.Create(CultureInfo.InvariantCulture, $"The parameter '{parameter}' must be a whole number from 1 to {most}."));

    public static ProblemHttpResult LongAddress(int most) => Bad(
        string.Create(CultureInfo.InvariantCulture, $"The address has more than {most} characters."));

    public static ProblemHttpResult OddHost() => Bad("The header 'Host' names no host.");

    public static ProblemHttpResult OddScheme() => Bad("The proxy names a scheme (X-Forwarded-Proto) that is neither http nor https.");

    public static ProblemHttpResult OddPrefix() => Bad("The proxy names a path (X-Forwarded-Prefix) that is none such as '/pods'.");

    public static ProblemHttpResult OddAddress() => Bad("The address holds control characters.");

    public static ProblemHttpResult NoAddress() => Bad("The parameter 'url' must be an absolute address that begins with http:// or https://.");

    public static ProblemHttpResult NothingThere(string root) => NotFound($"The parameter 'url' leads to no turn and no episode of {root}.");

    public static ProblemHttpResult OnlyJson() => TypedResults.Problem(
        "The parameter 'format' must be 'json'; this is given in no other.", statusCode: StatusCodes.Status501NotImplemented);

    public static ProblemHttpResult BadLanguage() =>
        Bad("The parameter 'lang' must be a language code of two or three letters, such as 'en'.");

    public static ProblemHttpResult BadWords() =>
        Bad("The parameter 'w' must be words as in a link, such as '12-20-1jc4k0', '12-20' or '12-1.9'.");

    public static ProblemHttpResult BadSort() => Bad("The parameter 'sort' must be 'relevance', 'date' or 'place'.");

    /// <param name="given">The parameter with its value.</param>
    /// <param name="root">Path prefix of the site; empty for a site at the root of its host.</param>
    public static ProblemHttpResult Unusable(string given, string root) =>
        Bad($"The parameter '{given}' cannot be used; {root}/openapi/v1.json says what can.");

    public static ProblemHttpResult NoText() => Bad("The parameter 'text' must hold the words to check.");

    public static ProblemHttpResult LongText(int most) => Bad(
        string.Create(CultureInfo.InvariantCulture, $"The parameter 'text' must have at most {most} characters."));

    public static ProblemHttpResult NoEpisode(string slug) => NotFound($"There is no episode with the slug '{slug}'.");

    public static ProblemHttpResult NoTurn(string id, EpisodeSlug episode) =>
        NotFound($"The episode '{episode}' has no turn for the id '{id}'.");

    public static ProblemHttpResult NoExport(string format) => NotFound(
        $"Episodes are not given as '{format}', only as {string.Join(", ", EpisodeExports.All.Select(export => export.Name))}.");

    public static ProblemHttpResult NoTimes(string format, EpisodeSlug episode) =>
        NotFound($"The transcript of '{episode}' has no times that '{format}' needs.");

    public static ProblemHttpResult NoResource(string path, string root) =>
        NotFound($"There is nothing at '{root}{path}'; {root}/openapi/v1.json describes what there is.");

    public static ProblemHttpResult Failed() =>
        TypedResults.Problem("The server could not answer; its log says why.", statusCode: StatusCodes.Status500InternalServerError);

    public static ProblemHttpResult NoDatabase() => TypedResults.Problem(
        "The server cannot read its database at the moment; its log says why.", statusCode: StatusCodes.Status503ServiceUnavailable);

    public static ProblemHttpResult NoDetails() => TypedResults.Problem(
        "Files are shown to the machine itself and to addresses that Status:DetailsFor names.", statusCode: StatusCodes.Status403Forbidden);

    public static ProblemHttpResult OnlyRead() => TypedResults.Problem(
        "Nothing can be written here: only GET and HEAD are answered.", statusCode: StatusCodes.Status405MethodNotAllowed);

    public static ProblemHttpResult OnlyPosted() => TypedResults.Problem(
        "MCP is spoken here, without a state: only POST is answered.", statusCode: StatusCodes.Status405MethodNotAllowed);

    public static ProblemHttpResult ForeignOrigin() => TypedResults.Problem(
        "The header 'Origin' names another site; its scripts are not answered.", statusCode: StatusCodes.Status403Forbidden);

    public static ProblemHttpResult NotJson() => TypedResults.Problem(
        "The body must be JSON, sent as 'Content-Type: application/json'.", statusCode: StatusCodes.Status415UnsupportedMediaType);

    public static ProblemHttpResult NotUnicode() => Bad("The body holds text that is not Unicode, such as half of a surrogate pair.");

    /// <param name="line">From 1.</param>
    /// <param name="position">Byte in the line, from 1.</param>
    public static ProblemHttpResult MalformedJson(long? line, long? position) =>
        Bad(string.Create(CultureInfo.InvariantCulture, $"The body is not JSON: line {line}, byte {position}."));

    public static ProblemHttpResult NotJsonRpc() => Bad(
        "The body must be one JSON-RPC 2.0 message: an object with 'jsonrpc', 'method', 'params' where the method has any, and a text or a number as 'id'.");

    public static ProblemHttpResult OddParameters() => Bad(InvalidParameters);

    public static ProblemHttpResult LongBody(int most) => TypedResults.Problem(
        string.Create(CultureInfo.InvariantCulture, $"The body has more than {most} bytes."),
        statusCode: StatusCodes.Status413PayloadTooLarge);

    /// <summary>Describes a response that was abandoned or rejected without a body.</summary>
    public static ProblemHttpResult Of(int status) => TypedResults.Problem(
        status == StatusCodes.Status503ServiceUnavailable ? "The answer took longer than the server gives one (Request:Seconds)." : null,
        statusCode: status);

    public static ProblemHttpResult NotInTime(int seconds) => TypedResults.Problem(
        $"The server is too busy to answer in time; try again in {Counted.Of(seconds, "second")}.",
        statusCode: StatusCodes.Status503ServiceUnavailable);

    public static ProblemHttpResult TooMany(int seconds) => TypedResults.Problem(
        $"Too many requests from one client; try again in {Counted.Of(seconds, "second")}.",
        statusCode: StatusCodes.Status429TooManyRequests);

    private static ProblemHttpResult Bad(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest);

    private static ProblemHttpResult NotFound(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound);
}
