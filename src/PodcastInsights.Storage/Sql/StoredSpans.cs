using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PodcastInsights.Storage.Sql;

/// <summary>Serialises the spans of a paragraph to one column: a flat JSON array of start, length, styles and address.</summary>
internal static class StoredSpans
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Null for none.</returns>
    public static string? Write(IReadOnlyList<TextSpan> spans)
    {
        if (spans.Count == 0)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartArray();
            foreach (var span in spans)
            {
                writer.WriteNumberValue(span.Start);
                writer.WriteNumberValue(span.Length);
                writer.WriteNumberValue((int)span.Styles);
                writer.WriteStringValue(span.Address);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <exception cref="JsonException">The text was not written by <see cref="Write"/>.</exception>
    public static IReadOnlyList<TextSpan> Read(string? json)
    {
        if (json is null)
        {
            return [];
        }

        var spans = new List<TextSpan>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.Number)
        {
            var start = reader.GetInt32();
            reader.Read();
            var length = reader.GetInt32();
            reader.Read();
            var styles = (TextStyles)reader.GetInt32();
            reader.Read();
            spans.Add(new TextSpan(start, length, styles, reader.GetString()));
        }

        return spans;
    }
}
