using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>
/// A page as schema.org describes it, for a <c>script</c> element of data. The serializer writes what could end the element, or be taken
/// for markup, as escapes of JSON; HTML's own encoding would change the data.
/// </summary>
public sealed class StructuredData(JsonObject data) : IHtmlContent
{
    // Escapes < > & and quotes still.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(data.ToJsonString(Options));

    /// <param name="url">Of the page, with scheme and host, as is <paramref name="home"/>.</param>
    public static StructuredData Of(EpisodeView episode, string url, string home)
    {
        var summary = episode.Episode.Summary;
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "PodcastEpisode",
            ["name"] = episode.Title.Text,
            ["url"] = url,
            ["inLanguage"] = episode.Spoken.Code,
            ["isPartOf"] = new JsonObject { ["@type"] = "WebSite", ["url"] = home },
        };
        if (summary.Show is { } show)
        {
            data["partOfSeries"] = new JsonObject { ["@type"] = "PodcastSeries", ["name"] = show };
        }

        if (summary.PublishedOn is { } date)
        {
            data["datePublished"] = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        if (summary.DurationSeconds is { } seconds)
        {
            data["duration"] = Wording.DurationAttribute(seconds);
        }

        if (summary.Topics.Count > 0)
        {
            data["keywords"] = new JsonArray([.. summary.Topics.Select(topic => JsonValue.Create(topic))]);
        }

        if (episode.Media is { } media)
        {
            data["associatedMedia"] = new JsonObject { ["@type"] = "MediaObject", ["contentUrl"] = media.AbsoluteUri };
        }

        data["actor"] = new JsonArray([.. episode.Episode.Speakers
            .Where(s => s.Role != SpeakerRole.Other)
            .Select(s => new JsonObject { ["@type"] = "Person", ["name"] = s.Person ?? s.Name })]);
        return new StructuredData(data);
    }
}
