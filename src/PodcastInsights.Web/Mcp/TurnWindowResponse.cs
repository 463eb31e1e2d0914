using System.Diagnostics.CodeAnalysis;
using PodcastInsights.Web.Api;

namespace PodcastInsights.Web.Mcp;

/// <summary>The turn to which a link refers, or the part of it that fits into a response.</summary>
internal sealed record TurnWindowResponse : TurnMatchResponse
{
    [SetsRequiredMembers]
    public TurnWindowResponse(TurnMatchResponse turn)
        : base(turn)
    {
        var window = TurnWindow.Of(turn);
        (Paragraphs, Next) = (window.Paragraphs, window.Next?.ToString());
    }

    /// <summary>The start of the next part, as a value of `from` of get_episode; null if this is all.</summary>
    public string? Next { get; init; }
}
