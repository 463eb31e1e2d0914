using ModelContextProtocol.Protocol;
using PodcastInsights.Core.Search;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Mcp;

internal sealed class SearchTool() : LibraryTool<SearchResponse>(
    "search",
    "Search what was said",
    "Finds turns that hold the words, best first, each with its best passage and a link. Snippets are cut; get_turn gives the whole turn.",
    [
        .. SearchAddress.Parameters.Select(name => name == "literal"
            ? ToolParameter.Flag(name, SearchApi.Meaning(name))
            : new ToolParameter(name, SearchApi.Meaning(name))),
        .. ToolParameter.OfPage(SearchApi.UsualPageSize),
    ])
{
    public override async Task<IResult> AskAsync(ToolQuestion question, CancellationToken cancellationToken) =>
        (await SearchApi.AnswerAsync(
            question.Given, question.Text("page"), question.Text("pageSize"), question.Root, question.Get<ISearchIndex>(), cancellationToken)).Result;

    protected override IEnumerable<ResourceLinkBlock> LinksOf(SearchResponse answer) =>
        answer.Items.Select(item => LinkBlocks.Of(item.Episode, item.Turn));
}
