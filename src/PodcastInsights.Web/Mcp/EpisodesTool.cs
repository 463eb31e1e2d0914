using ModelContextProtocol.Protocol;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Mcp;

internal sealed class EpisodesTool() : LibraryTool<EpisodesResponse>(
    "list_episodes",
    "List episodes",
    "Lists all episodes, or those that all of the parameters hold for, without their words.",
    [
        .. EpisodeListAddress.Parameters.Select(name => new ToolParameter(name, EpisodesApi.Meaning(name))),
        .. ToolParameter.OfPage(EpisodesApi.UsualPageSize),
    ])
{
    public override async Task<IResult> AskAsync(ToolQuestion question, CancellationToken cancellationToken) =>
        (await EpisodesApi.AnswerListAsync(
            question.Given,
            question.Text("page"),
            question.Text("pageSize"),
            question.Root,
            question.Get<IEpisodeReader>(),
            question.Get<ILibraryDirectory>(),
            cancellationToken)).Result;

    protected override IEnumerable<ResourceLinkBlock> LinksOf(EpisodesResponse answer) => answer.Items.Select(LinkBlocks.Of);
}
