using PodcastInsights.Web.Api;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Mcp;

/// <summary>What a link of the site leads to: one of the three.</summary>
/// <param name="Kind">turn, episode or speaker.</param>
/// <param name="Url">The address at which it is now.</param>
/// <param name="Turn">With how sure it is that these are the link's words, and with the words that the link names.</param>
internal sealed record LinkResponse(
    LinkKind Kind,
    string Url,
    TurnWindowResponse? Turn = null,
    EpisodeSummaryResponse? Episode = null,
    SpeakerSummaryResponse? Speaker = null);
