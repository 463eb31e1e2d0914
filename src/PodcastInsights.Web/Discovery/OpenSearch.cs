using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using Microsoft.AspNetCore.Http.HttpResults;
using PodcastInsights.Core.Search;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Branding;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Discovery;

/// <summary>The search as an engine for browsers: its description (OpenSearch 1.1, one for each language) and its suggestions.</summary>
internal static class OpenSearch
{
    public const string MediaType = "application/opensearchdescription+xml";

    private const string SuggestionsMediaType = "application/x-suggestions+json";
    private const string Namespace = "http://a9.com/-/spec/opensearch/1.1/";
    private const string Terms = "{searchTerms}";

    // Maximum lengths by the specification, in characters.
    private const int ShortName = 16;
    private const int LongName = 48;
    private const int Description = 1024;

    /// <summary>In pixels. The site's icon is an SVG, which has no size of its own.</summary>
    private const int IconSize = 16;

    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    private static readonly JsonSerializerOptions Json = Written();

    public static void MapOpenSearch(this IEndpointRouteBuilder app)
    {
        foreach (var language in SiteLanguage.All)
        {
            app.MapMethods($"{language.Prefix}/opensearch.xml", ReadMethods, Describe)
                .ExcludeFromDescription()
                .WithMetadata(DerivedFromLibrary.Instance);
        }

        app.MapMethods(Paths.Suggestions, ReadMethods, SuggestAsync).ExcludeFromDescription().WithMetadata(DerivedFromLibrary.Instance);
    }

    private static FileContentHttpResult Describe(SiteLinks links, Site site)
    {
        using var body = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" };
        using (var xml = XmlWriter.Create(body, settings))
        {
            var name = PlainName.Of(site.Name);
            xml.WriteStartElement("OpenSearchDescription", Namespace);
            xml.WriteElementString("ShortName", Excerpt.Of(name, ShortName));
            xml.WriteElementString("Description", Excerpt.Of(PlainName.Of(site.Description), Description));
            WriteUrl(xml, "text/html", "results", $"{links.Absolute(links.SearchPage)}?q={Terms}");
            WriteUrl(xml, SuggestionsMediaType, "suggestions", $"{links.Absolute(links.Root)}{Paths.Suggestions}?q={Terms}");
            WriteUrl(xml, MediaType, "self", links.Absolute(links.SearchDescription));
            xml.WriteElementString("LongName", Excerpt.Of(name, LongName));
            WriteImage(xml, links, site.Logo);
            xml.WriteElementString("Language", SiteLanguage.Current.Tag);
            xml.WriteElementString("OutputEncoding", "UTF-8");
            xml.WriteElementString("InputEncoding", "UTF-8");
            xml.WriteEndElement();
        }

        return TypedResults.Bytes(body.ToArray(), MediaType);
    }

    private static void WriteUrl(XmlWriter xml, string type, string relation, string template)
    {
        xml.WriteStartElement("Url");
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("template", template);
        xml.WriteEndElement();
    }

    private static void WriteImage(XmlWriter xml, SiteLinks links, Logo? logo)
    {
        var (path, type, width, height) = logo is null
            ? ("/icon.svg", "image/svg+xml", IconSize, IconSize)
            : (logo.Path, logo.MediaType, logo.Width, logo.Height);
        xml.WriteStartElement("Image");
        xml.WriteAttributeString("height", height.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("width", width.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("type", type);
        xml.WriteString(links.Absolute(links.Root + path));
        xml.WriteEndElement();
    }

    /// <summary>Gives the typed text unchanged, by which browsers match the response to the request, and its completions.</summary>
    private static async Task<FileContentHttpResult> SuggestAsync(ISearchIndex index, string? q, CancellationToken cancellationToken)
    {
        var typed = UnicodeText.WellFormed(q ?? "");
        var found = string.IsNullOrWhiteSpace(typed) ? SearchSuggestions.None : await index.SuggestAsync(typed, cancellationToken);
        return TypedResults.Bytes(JsonSerializer.SerializeToUtf8Bytes<object[]>([typed, Completed(typed, found)], Json), SuggestionsMediaType);
    }

    private static string[] Completed(string typed, SearchSuggestions found)
    {
        var before = typed[..Math.Min(found.Start, typed.Length)];
        var names = found.Speakers.Concat(found.Topics).Concat(found.Episodes).Select(name => name.Filter is { } filter ? before + filter : name.Name);
        return [.. found.Words.Select(word => before + word).Concat(names).Where(text => text != typed).Distinct(StringComparer.Ordinal)];
    }

    private static JsonSerializerOptions Written()
    {
        var options = new JsonSerializerOptions();
        ApiRegistration.Write(options);
        return options;
    }
}
