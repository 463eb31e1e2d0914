using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>The episode, turn or speaker that an address of this site leads to. The address may be one of a page, the API, a card or a file.</summary>
/// <param name="Language">Of the page, by the address.</param>
/// <param name="Given">Slug, id and query parameters, as the page or tool for that kind takes them.</param>
internal sealed record LinkPlace(LinkKind Kind, SiteLanguage Language, IQueryCollection Given)
{
    private const string TurnFragment = "#t-";

    private static readonly string[] Parameters = ["lang", "w", "from", "count"];

    /// <param name="address">Absolute, or a path with query and fragment.</param>
    /// <param name="root">This site's scheme, host and path base.</param>
    public static bool TryRead(string address, string root, [NotNullWhen(true)] out LinkPlace? place)
    {
        place = null;
        if (!Uri.TryCreate(root + "/", UriKind.Absolute, out var site)
            || !Uri.TryCreate(site, address.Trim(), out var link)
            || (link.Scheme != Uri.UriSchemeHttp && link.Scheme != Uri.UriSchemeHttps)
            || !link.IdnHost.Equals(site.IdnHost, StringComparison.OrdinalIgnoreCase)
            || PortOf(link) != PortOf(site))
        {
            return false;
        }

        var path = link.AbsolutePath;
        if (path.StartsWith(site.AbsolutePath, StringComparison.Ordinal))
        {
            path = path[(site.AbsolutePath.Length - 1)..];
        }
        else if (!address.TrimStart().StartsWith('/'))
        {
            // Another site of the same host. Paths are taken with and without what they begin with here.
            return false;
        }

        place = Of(path, link.Fragment, QueryHelpers.ParseQuery(link.Query));
        return place is not null;
    }

    /// <summary>Null for the default port of either scheme, because http and https addresses lead to the same page.</summary>
    private static int? PortOf(Uri address) => address.IsDefaultPort ? null : address.Port;

    private static LinkPlace? Of(string path, string fragment, Dictionary<string, StringValues> query)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        var language = SiteLanguage.All.FirstOrDefault(
            one => one.Prefix.Length > 0 && segments is [var first, ..] && one.Prefix[1..].Equals(first, StringComparison.OrdinalIgnoreCase));
        if (language is not null)
        {
            segments = segments[1..];
        }
        else if (segments is ["api", "v1", ..])
        {
            segments = segments[2..];
        }

        var reader = new Reader(language ?? SiteLanguage.English, query);
        return segments switch
        {
            // Routes are found in any case; slugs and ids have one.
            [var kind, .. var rest] => (kind.ToLowerInvariant(), rest) switch
            {
                ("episodes", [var slug, _, var id]) when segments[2].Equals("turns", StringComparison.OrdinalIgnoreCase) => reader.Turn(slug, id),
                ("episodes", [var slug]) when query.TryGetValue("turn", out var id) => reader.Turn(slug, id.ToString()),
                ("episodes", [var slug]) when fragment.StartsWith(TurnFragment, StringComparison.Ordinal) =>
                    reader.Turn(slug, fragment[TurnFragment.Length..]),
                ("episodes", [var slug]) => reader.Episode(slug),
                ("episodes", [var slug, _, _]) when segments[2].Equals("export", StringComparison.OrdinalIgnoreCase) => reader.Episode(slug),
                ("recordings", [var slug]) => reader.Episode(slug),
                ("cards", [var slug, "episode.png"]) => reader.Episode(slug),
                ("cards", [var slug, var picture]) => reader.Turn(slug, picture),
                ("speakers", [var slug]) => reader.Speaker(slug),
                _ => null,
            },
            _ => null,
        };
    }

    private sealed class Reader(SiteLanguage language, Dictionary<string, StringValues> query)
    {
        /// <remarks>A page whose address has a prefix shows the edition in its language.</remarks>
        public LinkPlace Episode(string slug) =>
            Place(LinkKind.Episode, ("slug", PageOf(slug)), ("lang", language.Prefix.Length > 0 ? language.Code : null));

        /// <param name="id">With the ending of a file, where it is one.</param>
        public LinkPlace Turn(string slug, string id) => Place(LinkKind.Turn, ("slug", slug), ("id", id.Split('.')[0]));

        public LinkPlace Speaker(string slug) => Place(LinkKind.Speaker, ("slug", PageOf(slug)));

        /// <summary>The slug without the suffix of a Markdown twin.</summary>
        private static string PageOf(string slug) => slug.EndsWith(Paths.TwinSuffix, StringComparison.Ordinal) ? slug[..^Paths.TwinSuffix.Length] : slug;

        private LinkPlace Place(LinkKind kind, params (string Name, string? Value)[] named)
        {
            var given = new Dictionary<string, StringValues>(named.Select(one => KeyValuePair.Create(one.Name, (StringValues)one.Value)));
            foreach (var name in Parameters)
            {
                if (query.TryGetValue(name, out var value))
                {
                    given[name] = value;
                }
            }

            return new LinkPlace(kind, language, new QueryCollection(given));
        }
    }
}

internal enum LinkKind
{
    Turn,
    Episode,
    Speaker,
}
