using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PodcastInsights.Web.Api;

namespace PodcastInsights.Web.Mcp;

/// <summary>
/// A part of an episode: some turns with their notes, sections and sponsors. Metadata of the episode is only in the first part.
/// </summary>
internal sealed record EpisodeWindowResponse : EpisodeResponse
{
    [SetsRequiredMembers]
    public EpisodeWindowResponse(EpisodeResponse episode)
        : base(episode)
    {
    }

    /// <summary>The start of the first turn in this part; earlier paragraphs of it are in the previous part.</summary>
    [JsonPropertyName("from")]
    public string Beginning { get; init; } = "1";

    /// <summary>The start of the next part, which may be within the last turn; null at the end.</summary>
    public string? Next { get; init; }
}
