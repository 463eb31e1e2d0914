using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>The paths used by pages and API, encoded, without prefix of language or proxy.</summary>
internal static class Paths
{
    /// <summary>Prefix of the addresses of recordings.</summary>
    public const string Recordings = "/recordings";

    /// <summary>Start of the addresses of feeds.</summary>
    public const string Feeds = "/feeds";

    /// <summary>Suffix of a page's path that gives the address of its Markdown twin.</summary>
    public const string TwinSuffix = ".md";

    /// <summary>The address of oEmbed.</summary>
    public const string Embedding = "/oembed";

    /// <summary>The address of the suggestions for browsers' search boxes.</summary>
    public const string Suggestions = "/suggestions";

    /// <summary>The slug as a path segment: letters beyond ASCII are percent-encoded UTF-8.</summary>
    public static string Segment(EpisodeSlug slug) => Uri.EscapeDataString(slug.Value);

    /// <summary>
    /// Parses a slug in an address. The API gives slugs encoded, for use in addresses; double encoding is accepted, because no slug
    /// contains a percent sign.
    /// </summary>
    public static bool TryReadSlug(string? text, out EpisodeSlug slug) =>
        EpisodeSlug.TryParse(text?.Contains('%', StringComparison.Ordinal) == true ? Uri.UnescapeDataString(text) : text, out slug);

    /// <summary>The address of a page's twin.</summary>
    /// <param name="page">With what follows its path.</param>
    public static string Twin(string page)
    {
        var end = page.IndexOfAny(['?', '#']) is >= 0 and var found ? found : page.Length;
        return page.Insert(end, TwinSuffix);
    }

    public static string Episode(EpisodeSlug slug) => $"/episodes/{Segment(slug)}";

    /// <param name="edition">Language of the turn's edition; null for the default one.</param>
    /// <param name="words">Null for the whole turn.</param>
    public static string Turn(EpisodeSlug slug, TurnId id, string? edition = null, CitedWords? words = null) =>
        $"{Episode(slug)}/turns/{id}{Query(edition, words)}";

    /// <summary>Path of the reference as a file.</summary>
    public static string Reference(EpisodeSlug slug, TurnId id, string suffix, string? edition, CitedWords? words) =>
        $"{Episode(slug)}/turns/{id}.{suffix}{Query(edition, words)}";

    public static string Card(EpisodeSlug slug, TurnId id) => $"/cards/{Segment(slug)}/{id}.png";

    public static string EpisodeCard(EpisodeSlug slug) => $"/cards/{Segment(slug)}/episode.png";

    public static string Recording(EpisodeSlug slug) => $"{Recordings}/{Segment(slug)}";

    public static string Speaker(EpisodeSlug slug) => $"/speakers/{Segment(slug)}";

    public static string Topic(EpisodeSlug slug) => $"/topics/{Segment(slug)}";

    /// <summary>The parameters with a value.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Given(params (string Name, string? Value)[] parameters) =>
        parameters.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value));

    private static QueryString Query(string? edition, CitedWords? words) =>
        QueryString.Create(Given(("lang", edition), ("w", words?.ToString())));
}
