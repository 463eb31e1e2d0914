using System.Diagnostics.CodeAnalysis;
using PodcastInsights.Web.Api;

namespace PodcastInsights.Web.Mcp;

/// <summary>The turn that a link leads to, or as much of it as one answer takes.</summary>
internal sealed record TurnWindowResponse : TurnMatchResponse
{
    [SetsRequiredMembers]
    public TurnWindowResponse(TurnMatchResponse turn)
        : base(turn)
    {
        var window = TurnWindow.Of(turn);
        (Paragraphs, Next) = (window.Paragraphs, window.Next?.ToString());
    }

    /// <summary>Where the turn goes on, for who reads the episode; null where this is all of it.</summary>
    public string? Next { get; init; }
}
