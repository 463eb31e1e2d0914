using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>The paths that pages and data name alike, encoded, without the prefix of a language or a proxy.</summary>
public static class Paths
{
    /// <summary>Where the addresses of recordings begin.</summary>
    public const string Recordings = "/recordings";

    /// <summary>What stands behind the address of a page in that of its twin in Markdown.</summary>
    public const string TwinSuffix = ".md";

    /// <summary>Where those who show a link ask what to show.</summary>
    public const string Embedding = "/oembed";

    /// <summary>Where browsers ask how what is typed may go on.</summary>
    public const string Suggestions = "/suggestions";

    /// <summary>The slug as one puts it into an address: letters beyond ASCII as percent-encoded UTF-8.</summary>
    public static string Segment(EpisodeSlug slug) => Uri.EscapeDataString(slug.Value);

    /// <summary>
    /// The slug of an address. Data gives slugs encoded, so that any client can put them into an address as they are; one that encodes
    /// them once more means the same, as no slug holds a percent sign.
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

    /// <param name="edition">Language of the edition that has the turn; null for the default one.</param>
    /// <param name="words">Null for the whole turn.</param>
    public static string Turn(EpisodeSlug slug, TurnId id, string? edition = null, CitedWords? words = null) =>
        $"{Episode(slug)}/turns/{id}{Query(edition, words)}";

    /// <summary>The same as a file.</summary>
    public static string Reference(EpisodeSlug slug, TurnId id, string suffix, string? edition, CitedWords? words) =>
        $"{Episode(slug)}/turns/{id}.{suffix}{Query(edition, words)}";

    public static string Card(EpisodeSlug slug, TurnId id) => $"/cards/{Segment(slug)}/{id}.png";

    public static string EpisodeCard(EpisodeSlug slug) => $"/cards/{Segment(slug)}/episode.png";

    public static string Recording(EpisodeSlug slug) => $"{Recordings}/{Segment(slug)}";

    public static string Speaker(EpisodeSlug slug) => $"/speakers/{Segment(slug)}";

    public static string Topic(EpisodeSlug slug) => $"/topics/{Segment(slug)}";

    /// <summary>The parameters that have a value.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Given(params (string Name, string? Value)[] parameters) =>
        parameters.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value));

    private static QueryString Query(string? edition, CitedWords? words) =>
        QueryString.Create(Given(("lang", edition), ("w", words?.ToString())));
}
