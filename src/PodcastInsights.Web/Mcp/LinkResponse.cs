using PodcastInsights.Web.Api;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Mcp;

/// <summary>The target of a link to the site: a turn, an episode or a speaker.</summary>
/// <param name="Kind">turn, episode or speaker.</param>
/// <param name="Url">Its current address.</param>
/// <param name="Turn">The turn, with the kind of match and the words to which the link refers.</param>
internal sealed record LinkResponse(
    LinkKind Kind,
    string Url,
    TurnWindowResponse? Turn = null,
    EpisodeSummaryResponse? Episode = null,
    SpeakerSummaryResponse? Speaker = null);
