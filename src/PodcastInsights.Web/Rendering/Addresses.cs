using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Web.Rendering;

/// <summary>The paths that pages and data name alike, encoded, without the prefix of a language or a proxy.</summary>
public static class Addresses
{
    public static string Episode(EpisodeSlug slug) => $"/episodes/{Uri.EscapeDataString(slug.Value)}";

    public static string Turn(EpisodeSlug slug, TurnId id) => $"{Episode(slug)}/turns/{id}";

    public static string Speaker(EpisodeSlug slug) => $"/speakers/{Uri.EscapeDataString(slug.Value)}";
}
