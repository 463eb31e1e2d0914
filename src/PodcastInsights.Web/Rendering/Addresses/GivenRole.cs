using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>The parameter <c>role</c>: host or guest.</summary>
internal static class GivenRole
{
    /// <returns>Null for any other text.</returns>
    public static SpeakerRole? Read(string text) => text switch
    {
        "host" => SpeakerRole.Host,
        "guest" => SpeakerRole.Guest,
        _ => null,
    };

    /// <summary>The role as an address names it; null for none.</summary>
    public static string? NameOf(SpeakerRole? role) => role switch
    {
        SpeakerRole.Host => "host",
        SpeakerRole.Guest => "guest",
        _ => null,
    };
}
