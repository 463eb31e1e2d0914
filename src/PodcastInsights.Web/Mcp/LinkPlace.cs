using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Mcp;

/// <summary>Where an address of this site leads, whether it is one of a page, of data, of a card or of a file.</summary>
/// <param name="Given">What the tool for that kind is to be given.</param>
internal sealed record LinkPlace(LinkKind Kind, IQueryCollection Given)
{
    private const string TurnFragment = "#t-";

    /// <param name="address">Absolute, or a path with what follows it.</param>
    /// <param name="root">Of this site: scheme, host and the path under which it is.</param>
    public static bool TryRead(string address, string root, [NotNullWhen(true)] out LinkPlace? place)
    {
        place = null;
        if (!Uri.TryCreate(root + "/", UriKind.Absolute, out var site)
            || !Uri.TryCreate(site, address.Trim(), out var link)
            || (link.Scheme != Uri.UriSchemeHttp && link.Scheme != Uri.UriSchemeHttps)
            || !link.Authority.Equals(site.Authority, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var path = link.AbsolutePath.StartsWith(site.AbsolutePath, StringComparison.Ordinal)
            ? link.AbsolutePath[site.AbsolutePath.Length..]
            : link.AbsolutePath;
        var query = QueryHelpers.ParseQuery(link.Query);
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        var language = SiteLanguage.Of("/" + path.TrimStart('/'));
        if (language.Prefix.Length > 0)
        {
            segments = segments[1..];
        }
        else if (segments is ["api", "v1", ..])
        {
            segments = segments[2..];
        }

        place = segments switch
        {
            ["episodes", var slug, "turns", var id] => Turn(slug, id, query),
            ["episodes", var slug] when query.TryGetValue("turn", out var id) => Turn(slug, id.ToString(), query),
            ["episodes", var slug] when link.Fragment.StartsWith(TurnFragment, StringComparison.Ordinal) =>
                Turn(slug, link.Fragment[TurnFragment.Length..], query),
            ["episodes", var slug] => Episode(slug, language, query),
            ["episodes", var slug, "export", _] => Episode(slug, language, query),
            ["cards", var slug, "episode.png"] => Episode(slug, language, query),
            ["cards", var slug, var picture] => Turn(slug, picture, query),
            ["speakers", var slug] => Place(LinkKind.Speaker, query, ("slug", slug)),
            _ => null,
        };
        return place is not null;
    }

    /// <param name="language">Of the page, which shows the edition in it where its address has a prefix.</param>
    private static LinkPlace Episode(string slug, SiteLanguage language, Dictionary<string, StringValues> query) =>
        Place(LinkKind.Episode, query, ("slug", slug), ("lang", language.Prefix.Length > 0 ? language.Code : null));

    /// <param name="id">With the ending of a file, where it is one.</param>
    private static LinkPlace Turn(string slug, string id, Dictionary<string, StringValues> query) =>
        Place(LinkKind.Turn, query, ("slug", slug), ("id", id.Split('.')[0]));

    private static LinkPlace Place(LinkKind kind, Dictionary<string, StringValues> query, params (string Name, string? Value)[] named)
    {
        var given = new Dictionary<string, StringValues>(named.Select(one => KeyValuePair.Create(one.Name, (StringValues)one.Value)));
        foreach (var name in new[] { "lang", "w", "from", "count" })
        {
            if (query.TryGetValue(name, out var value))
            {
                given[name] = value;
            }
        }

        return new LinkPlace(kind, new QueryCollection(given));
    }
}
