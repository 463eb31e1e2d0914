using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Branding;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>
/// Structured data of a page (schema.org) for a <c>script</c> element. The serializer escapes characters that could end the element; HTML
/// encoding would change the data.
/// </summary>
internal sealed class StructuredData(JsonObject data) : IHtmlContent
{
    /// <summary>Longest quotation in characters; a longer one ends with an ellipsis.</summary>
    private const int LongestQuotation = 5000;

    // Still escapes < > & and quotes.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(data.ToJsonString(Options));

    /// <summary>Data of the home page.</summary>
    public static StructuredData Of(Site site, SiteLinks links)
    {
        ArgumentNullException.ThrowIfNull(links);
        var data = WebSite(site, links);
        data["description"] = site.Description;
        data["inLanguage"] = SiteLanguage.Current.Tag;
        return Whole(data);
    }

    /// <param name="recording">Recording on the page; null for none.</param>
    /// <param name="url">Absolute address of the page.</param>
    public static StructuredData Of(EpisodeView episode, PlayerView? recording, string url, Site site, SiteLinks links)
    {
        var summary = episode.Episode.Summary;
        var data = Episode(summary, episode.Title.Text, url);
        data["inLanguage"] = episode.Spoken.Code;
        data["isPartOf"] = WebSite(site, links);
        if (summary.DurationSeconds is { } seconds)
        {
            data["duration"] = Wording.DurationAttribute(seconds);
        }

        if (summary.Topics.Count > 0)
        {
            data["keywords"] = new JsonArray([.. summary.Topics.Select(topic => JsonValue.Create(topic))]);
        }

        if (recording is not null)
        {
            data["associatedMedia"] = new JsonObject
            {
                ["@type"] = recording.IsVideo ? "VideoObject" : "AudioObject",
                ["contentUrl"] = new Uri(new Uri(url), recording.Source).AbsoluteUri,
            };
            if (recording.MediaType is { } type)
            {
                data["associatedMedia"]!["encodingFormat"] = type;
            }
        }
        else if (episode.Media is { } media)
        {
            data["associatedMedia"] = new JsonObject { ["@type"] = "MediaObject", ["contentUrl"] = media.AbsoluteUri };
        }

        data["actor"] = Persons(episode.Episode.Speakers.Where(s => s.Role != SpeakerRole.Other).Select(s => s.Person ?? s.Name));
        return Whole(data);
    }

    /// <summary>The quotation of a turn's page. Null where the words have changed or cannot be verified.</summary>
    /// <param name="episode">Absolute address of the episode.</param>
    public static StructuredData? Of(TurnPageView turn, string episode)
    {
        if (turn.Citation is not { Reference: var reference } || turn.Match.Quote is { Match: not (QuotationMatch.Exact or QuotationMatch.Moved) })
        {
            return null;
        }

        var data = new JsonObject
        {
            ["@type"] = "Quotation",
            ["text"] = Excerpt.Of(turn.Match.Quote?.Text ?? turn.Match.Turn.Plain, LongestQuotation),
            ["inLanguage"] = reference.Language,
            ["url"] = reference.Url,
            ["isPartOf"] = Episode(turn.Match.Episode, reference.Title, episode),
        };
        if (reference.Speakers.Count > 0)
        {
            data["creator"] = Persons(reference.Speakers.Select(speaker => speaker.Whole));
        }

        return Whole(data);
    }

    private static JsonObject WebSite(Site site, SiteLinks links)
    {
        var data = new JsonObject { ["@type"] = "WebSite", ["name"] = site.Name, ["url"] = links.Absolute(links.Home) };
        if (site.Logo is { } logo)
        {
            data["publisher"] = new JsonObject
            {
                ["@type"] = "Organization",
                ["name"] = site.Name,
                ["logo"] = links.Absolute(links.Root + logo.Path),
            };
        }

        return data;
    }

    private static JsonObject Episode(EpisodeSummary summary, string title, string url)
    {
        var data = new JsonObject { ["@type"] = "PodcastEpisode", ["name"] = title, ["url"] = url };
        if (summary.Show is { } show)
        {
            data["partOfSeries"] = new JsonObject { ["@type"] = "PodcastSeries", ["name"] = show };
        }

        if (summary.PublishedOn is { } date)
        {
            data["datePublished"] = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return data;
    }

    private static JsonArray Persons(IEnumerable<string> names) =>
        [.. names.Select(name => new JsonObject { ["@type"] = "Person", ["name"] = name })];

    private static StructuredData Whole(JsonObject data)
    {
        data.Insert(0, "@context", "https://schema.org");
        return new StructuredData(data);
    }
}
