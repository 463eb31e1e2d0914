using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Sql;

/// <summary>
/// Serialises the small lists of an episode to one column each. The JSON is never sent to clients, so only the characters that JSON itself
/// requires are escaped, and the text is readable in a console.
/// </summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new SlugConverter(), new TurnIdConverter() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <exception cref="JsonException">The text was not written by <see cref="Write"/>.</exception>
    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("A stored list is null.");

    private sealed class SlugConverter : JsonConverter<EpisodeSlug>
    {
        public override EpisodeSlug Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            EpisodeSlug.From(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, EpisodeSlug value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }

    private sealed class TurnIdConverter : JsonConverter<TurnId>
    {
        public override TurnId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TurnId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("A stored turn id is none.");

        public override void Write(Utf8JsonWriter writer, TurnId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
