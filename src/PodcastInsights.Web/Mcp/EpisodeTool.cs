using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using ModelContextProtocol.Protocol;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Api;

namespace PodcastInsights.Web.Mcp;

internal sealed class EpisodeTool() : LibraryTool<EpisodeWindowResponse>(
    "get_episode",
    "Read an episode, a window at a time",
    "Gives an episode with some of its turns, in order. It goes on at `next`, to be given as `from`; null where this was the end.",
    [
        new("slug", EpisodesApi.SlugMeaning) { IsRequired = true },
        new("lang", EpisodesApi.LanguageMeaning),
        new("from", "Number of the first turn wanted, from 1; or what an answer gave as `next`, such as 12.3.4000."),
        ToolParameter.WholeNumber(
            "count",
            "Most turns of the window. It also ends before it has too many letters for one answer.",
            EpisodeWindow.UsualTurns,
            EpisodeWindow.MostTurns),
    ])
{
    public override async Task<IResult> AskAsync(ToolQuestion question, CancellationToken cancellationToken)
    {
        if (!TranscriptPlace.TryParse(question.Text("from") ?? "1", out var from))
        {
            return Bad("The parameter 'from' must be the number of a turn, from 1, or what an answer gave as 'next', such as '12.3.4000'.");
        }

        var count = EpisodeWindow.UsualTurns;
        if (question.Text("count") is { } text
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count is < 1 or > EpisodeWindow.MostTurns))
        {
            return Problems.BadParameter("count", EpisodeWindow.MostTurns);
        }

        var found = await EpisodesApi.AnswerAsync(
            await question.SlugAsync(cancellationToken),
            question.Text("lang"),
            question.Root,
            question.Get<IEpisodeReader>(),
            cancellationToken);
        return found.Result is Ok<EpisodeResponse> { Value: { } episode }
            ? TypedResults.Ok(EpisodeWindow.Of(episode, from, count))
            : found.Result;
    }

    protected override IEnumerable<ResourceLinkBlock> LinksOf(EpisodeWindowResponse answer) => [LinkBlocks.Of(answer)];

    private static ProblemHttpResult Bad(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest);
}
