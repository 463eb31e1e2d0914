using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PodcastInsights.Web.Api;

namespace PodcastInsights.Web.Mcp;

/// <summary>
/// An episode with some of its turns. Notes, sections and sponsors are those of these turns; what is said of the whole episode comes with
/// the first window.
/// </summary>
internal sealed record EpisodeWindowResponse : EpisodeResponse
{
    [SetsRequiredMembers]
    public EpisodeWindowResponse(EpisodeResponse episode)
        : base(episode)
    {
    }

    /// <summary>Where the first turn given begins; its paragraphs before that are in an earlier window.</summary>
    [JsonPropertyName("from")]
    public string Beginning { get; init; } = "1";

    /// <summary>Where the episode goes on, which may be within the last turn given; null where this was its end.</summary>
    public string? Next { get; init; }
}
