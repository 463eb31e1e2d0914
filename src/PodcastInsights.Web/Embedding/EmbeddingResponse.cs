using System.Text.Json.Serialization;

namespace PodcastInsights.Web.Embedding;

/// <summary>
/// An answer of oEmbed 1.0: <c>rich</c> with the quotation, or <c>link</c> where a link's words have changed and nothing may be quoted. The
/// names of the members are the specification's.
/// </summary>
/// <param name="AuthorUrl">Of who says the words, where it is one person.</param>
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

    /// <summary>The card of the quotation, where it has room; its three members are there together or not at all.</summary>
    [JsonPropertyName("thumbnail_url")]
    public string? ThumbnailUrl { get; init; }

    [JsonPropertyName("thumbnail_width")]
    public int? ThumbnailWidth { get; init; }

    [JsonPropertyName("thumbnail_height")]
    public int? ThumbnailHeight { get; init; }
}
