using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PodcastInsights.Web.Tests.Security;

/// <summary>Follows all links of a site, to pages, pictures, scripts and data, and reports links that leave its path or fail.</summary>
/// <param name="origin">Scheme and host in the site's links.</param>
/// <param name="path">The path under which it is, such as <c>/pods</c>.</param>
internal sealed partial class Crawl(HttpClient client, string origin, string path)
{
    /// <summary>Marks an address prefix.</summary>
    private const char AnyEnd = '*';

    private readonly Queue<string> waiting = new();
    private readonly HashSet<string> known = [];

    /// <summary>Problems, a sentence each.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>Number of responses of each content type.</summary>
    public Dictionary<string, int> Kinds { get; } = [];

    public int Followed { get; private set; }

    /// <param name="most">Largest number of addresses.</param>
    public async Task RunAsync(int most, params string[] starts)
    {
        foreach (var start in starts)
        {
            Meet(start, "the start");
        }

        while (Followed < most && waiting.TryDequeue(out var address))
        {
            Followed++;
            await FollowAsync(address);
        }
    }

    private async Task FollowAsync(string address)
    {
        using var answer = await client.GetAsync(new Uri("http://talks.example" + address));
        if (answer.Headers.Location is { } location)
        {
            Meet(location.OriginalString, address);
            return;
        }

        if (answer.StatusCode != HttpStatusCode.OK)
        {
            Problems.Add($"{address}: {(int)answer.StatusCode}");
            return;
        }

        foreach (Match page in Linked.Matches(string.Join(',', answer.Headers.TryGetValues("Link", out var links) ? links : [])))
        {
            Meet(page.Groups[1].Value, address);
        }

        var kind = answer.Content.Headers.ContentType?.MediaType ?? "";
        Kinds[kind] = Kinds.GetValueOrDefault(kind) + 1;
        if (kind.StartsWith("image/", StringComparison.Ordinal) && kind != "image/svg+xml")
        {
            return;
        }

        var text = await answer.Content.ReadAsStringAsync();
        foreach (Match named in Absolute.Matches(text))
        {
            if (named.Value.StartsWith(origin, StringComparison.Ordinal))
            {
                Meet(named.Value.TrimEnd('.', '\\'), address);
            }
        }

        foreach (var one in NamesIn(kind, text))
        {
            Meet(new Uri(new Uri(origin + address), one).AbsoluteUri, address);
        }
    }

    private static IEnumerable<string> NamesIn(string kind, string text) => kind switch
    {
        "text/html" => XDocument.Parse(text.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)).Descendants()
            .SelectMany(element => element.Attributes())
            .Where(attribute => attribute.Name.LocalName is "href" or "src" or "action"
                || (attribute.Name.LocalName.StartsWith("data-", StringComparison.Ordinal) && attribute.Value.StartsWith('/')))
            .Select(attribute => attribute.Name.LocalName == "data-turns" ? attribute.Value + "1-000000" : attribute.Value),
        "text/css" => Url.Matches(text).Select(match => match.Groups[1].Value),
        "text/javascript" => Import.Matches(text).Select(match => match.Groups[1].Value),
        "application/json" or "application/problem+json" => Strings(JsonDocument.Parse(text).RootElement)
            .Where(value => value.StartsWith('/') || value.StartsWith("http", StringComparison.Ordinal)),
        "text/plain" => Disallowed.Matches(text).Select(match => match.Groups[1].Value + AnyEnd),
        _ => [],
    };

    /// <summary>But for examples in a description, which are of a library that is nowhere.</summary>
    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().Where(member => member.Name != "example").SelectMany(member => Strings(member.Value)),
        _ => [],
    };

    private void Meet(string named, string where)
    {
        var at = named.StartsWith(origin, StringComparison.Ordinal) ? named[origin.Length..] : named;
        at = at.Split('#')[0];
        if (!at.StartsWith('/'))
        {
            return;
        }

        if (!at.StartsWith(path + "/", StringComparison.Ordinal) && at != path)
        {
            Problems.Add($"{where} leads out of the path: {named}");
        }
        else if (!at.EndsWith(AnyEnd) && known.Add(at))
        {
            waiting.Enqueue(at);
        }
    }

    [GeneratedRegex("""https?://[^\s"'<>()\[\]{},;]+""")]
    private static partial Regex Absolute { get; }

    [GeneratedRegex("""url\("([^"]+)"\)""")]
    private static partial Regex Url { get; }

    [GeneratedRegex("""(?:from|import)\s*\(?\s*'([^']+)'""")]
    private static partial Regex Import { get; }

    [GeneratedRegex("<([^>]+)>; rel=")]
    private static partial Regex Linked { get; }

    [GeneratedRegex("""^Disallow: (\S+)$""", RegexOptions.Multiline)]
    private static partial Regex Disallowed { get; }
}
