using System.Text.Json.Serialization;

namespace PodcastInsights.Web.Embedding;

/// <summary>
/// An oEmbed 1.0 response: <c>rich</c> with the quotation, or <c>link</c> where the words of a link have changed and cannot be quoted. Member
/// names are those of the specification.
/// </summary>
/// <param name="AuthorUrl">Page of the speaker, if there is only one.</param>
/// <param name="Html">Null for a link, as are <paramref name="Width"/> and <paramref name="Height"/>.</param>
/// <param name="CacheAge">In seconds.</param>
internal sealed record EmbeddingResponse(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("author_name")] string? AuthorName,
    [property: JsonPropertyName("author_url")] string? AuthorUrl,
    [property: JsonPropertyName("provider_name")] string ProviderName,
    [property: JsonPropertyName("provider_url")] string ProviderUrl,
    [property: JsonPropertyName("cache_age")] int CacheAge,
    [property: JsonPropertyName("html")] string? Html = null,
    [property: JsonPropertyName("width")] int? Width = null,
    [property: JsonPropertyName("height")] int? Height = null)
{
    public const string Rich = "rich";
    public const string Link = "link";

    /// <summary>The quotation card, if it fits. The three thumbnail members are given together or not at all.</summary>
    [JsonPropertyName("thumbnail_url")]
    public string? ThumbnailUrl { get; init; }

    [JsonPropertyName("thumbnail_width")]
    public int? ThumbnailWidth { get; init; }

    [JsonPropertyName("thumbnail_height")]
    public int? ThumbnailHeight { get; init; }
}
