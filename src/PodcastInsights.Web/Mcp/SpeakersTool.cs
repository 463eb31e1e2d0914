using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Mcp;

internal sealed class SpeakersTool() : LibraryTool<SpeakersResponse>(
    "list_speakers",
    "List speakers",
    "Lists everybody who speaks and has a name, or those that all of the parameters hold for. Their slugs are what `speaker` takes elsewhere.",
    [
        .. SpeakerListAddress.Parameters.Select(name => new ToolParameter(name, SpeakersApi.Meaning(name))),
        .. ToolParameter.OfPage(SpeakersApi.UsualPageSize),
    ])
{
    public override async Task<IResult> AskAsync(ToolQuestion question, CancellationToken cancellationToken) =>
        (await SpeakersApi.AnswerAsync(
            question.Given,
            question.Text("page"),
            question.Text("pageSize"),
            question.Root,
            question.Get<IEpisodeReader>(),
            question.Get<ILibraryDirectory>(),
            cancellationToken)).Result;
}
