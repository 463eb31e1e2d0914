using ModelContextProtocol.Protocol;
using PodcastInsights.Core.Search;
using PodcastInsights.Web.Api;

namespace PodcastInsights.Web.Mcp;

internal sealed class CheckQuoteTool() : LibraryTool<CheckResponse>(
    "check_quote",
    "Check a quotation",
    "Says whether somebody said what a text quotes: exact, elided, near (with each difference), spliced, misattributed or not-found, and where.",
    [
        new("text", CheckApi.TextMeaning) { IsRequired = true },
        new("speaker", CheckApi.SpeakerMeaning),
    ])
{
    public override async Task<IResult> AskAsync(ToolQuestion question, CancellationToken cancellationToken) =>
        (await CheckApi.AnswerAsync(
            question.Text("text"), question.Text("speaker"), question.Root, question.Get<ISearchIndex>(), cancellationToken)).Result;

    protected override IEnumerable<ResourceLinkBlock> LinksOf(CheckResponse answer) =>
        answer.Matches.Select(match => LinkBlocks.Of(match.Episode, match.Turn, match.Quote.Url));
}
