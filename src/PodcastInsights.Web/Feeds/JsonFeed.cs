using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PodcastInsights.Web.Feeds;

/// <summary>Writes JSON Feed, version 1.1 (https://www.jsonfeed.org/version/1.1/).</summary>
internal static class JsonFeed
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        
        // Never put into a page: quotation marks of the HTML stay short.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(FeedDocument feed) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Version = "https://jsonfeed.org/version/1.1",
            feed.Title,
            HomePageUrl = feed.Places.Page,
            FeedUrl = feed.Places.Self,
            Description = feed.Subtitle,
            NextUrl = feed.Places.Older,
            Icon = feed.Logo,
            Authors = new[] { new { Name = feed.Author } },
            feed.Language,
            Items = feed.Entries.Select(entry => new
            {
                entry.Id,
                Url = entry.Link,
                entry.Title,
                ContentHtml = entry.Html,
                entry.Summary,
                DatePublished = AtomFeed.Moment(entry.PublishedAt),
                DateModified = AtomFeed.Moment(entry.UpdatedAt),
                Authors = entry.Authors.Count == 0 ? null : entry.Authors.Select(name => new { Name = name }),
                Tags = entry.Topics.Count == 0 ? null : entry.Topics,
                entry.Language,
            }),
        },
        Options);
}
