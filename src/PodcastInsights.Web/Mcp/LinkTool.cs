using Microsoft.AspNetCore.Http.HttpResults;
using ModelContextProtocol.Protocol;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Mcp;

internal sealed class LinkTool() : LibraryTool<LinkResponse>(
    "resolve_link",
    "Follow a link of this site",
    "Says which turn, words, episode or speaker an address of this site leads to, and whether the words are still those that the link was made for.",
    [new("url", "The address: absolute, or a path of this site such as /episodes/NAME/turns/ID?w=12-20-HASH.") { IsRequired = true }])
{
    private static readonly TurnTool Turns = new();

    public override async Task<IResult> AskAsync(ToolQuestion question, CancellationToken cancellationToken)
    {
        if (!LinkPlace.TryRead(question.Text("url") ?? "", question.Root, out var place))
        {
            return Problem($"The parameter 'url' must lead to an episode, a turn or a speaker of {question.Root}.");
        }

        question = question.About(place.Given);
        return place.Kind switch
        {
            LinkKind.Turn => await Turns.AskAsync(question, cancellationToken) switch
            {
                Ok<TurnWindowResponse> { Value: { } turn } =>
                    TypedResults.Ok(new LinkResponse(LinkKind.Turn, turn.Quote?.Url ?? turn.Url, Turn: turn)),
                var problem => problem,
            },
            LinkKind.Episode => await EpisodeAsync(question, cancellationToken) is { } episode
                ? TypedResults.Ok(new LinkResponse(LinkKind.Episode, episode.Url, Episode: episode))
                : Problems.NoEpisode(question.Text("slug")!),
            _ => await SpeakerAsync(question, cancellationToken) is { } speaker
                ? TypedResults.Ok(new LinkResponse(LinkKind.Speaker, speaker.Url, Speaker: speaker))
                : Problem($"There is no speaker with the slug '{question.Text("slug")}'."),
        };
    }

    protected override IEnumerable<ResourceLinkBlock> LinksOf(LinkResponse answer) =>
        answer.Turn is { } turn ? [LinkBlocks.Of(turn)] : answer.Episode is { } episode ? [LinkBlocks.Of(episode)] : [];

    private static async Task<EpisodeSummaryResponse?> EpisodeAsync(ToolQuestion question, CancellationToken cancellationToken) =>
        Paths.TryReadSlug(await question.SlugAsync(cancellationToken), out var slug)
        && await question.Get<IEpisodeReader>().FindSummaryAsync(slug, cancellationToken) is { } episode
            ? EpisodeSummaryResponse.From(episode, question.Root)
            : null;

    private static async Task<SpeakerSummaryResponse?> SpeakerAsync(ToolQuestion question, CancellationToken cancellationToken)
    {
        if (!Paths.TryReadSlug(question.Text("slug"), out var slug))
        {
            return null;
        }

        var found = await question.Get<IEpisodeReader>().SpeakersAsync(new SpeakerListQuery(1, 1, Among: [slug]), cancellationToken);
        return found.Items is [var speaker] ? SpeakerSummaryResponse.From(speaker, question.Root) : null;
    }

    private static ProblemHttpResult Problem(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound);
}
