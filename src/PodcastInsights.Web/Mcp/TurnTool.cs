using Microsoft.AspNetCore.Http.HttpResults;
using ModelContextProtocol.Protocol;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Api;

namespace PodcastInsights.Web.Mcp;

internal sealed class TurnTool() : LibraryTool<TurnWindowResponse>(
    "get_turn",
    "Read a turn",
    "Gives what one speaker says until another speaks, by the episode's slug and the turn's id, and how sure it is that these are the link's words. "
        + "A very long turn goes on at `next`, to be given to get_episode as `from`.",
    [
        new("slug", EpisodesApi.SlugMeaning) { IsRequired = true },
        new("id", EpisodesApi.TurnMeaning) { IsRequired = true },
        new("lang", EpisodesApi.LanguageMeaning),
        new("w", EpisodesApi.WordsMeaning),
    ])
{
    public override async Task<IResult> AskAsync(ToolQuestion question, CancellationToken cancellationToken)
    {
        var found = await EpisodesApi.AnswerTurnAsync(
            await question.SlugAsync(cancellationToken),
            question.Text("id") ?? "",
            question.Text("lang"),
            question.Text("w"),
            question.Root,
            question.Get<IEpisodeReader>(),
            cancellationToken);
        return found.Result is Ok<TurnMatchResponse> { Value: { } turn }
            ? TypedResults.Ok(new TurnWindowResponse(turn))
            : found.Result;
    }

    protected override IEnumerable<ResourceLinkBlock> LinksOf(TurnWindowResponse answer) => [LinkBlocks.Of(answer)];
}
