using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Storage.Sql;

/// <summary>
/// Serialises successive turns to one column: the length of a JSON array, 0 where it follows as it is, and the array compressed. A turn of the array
/// is [number, hash, speaker, inferred, start, paragraphs], a paragraph [text, start, sponsor, language, markup, plain, spans, words].
/// </summary>
internal static class StoredTurns
{
    private const int Header = sizeof(int);

    /// <summary>Brotli knows common words of many languages, so it compresses short texts well; this quality is as quick as others' middle ones.</summary>
    private const int Quality = 5;

    private const int Window = 16;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="turns">Each with the paragraphs that are stored here.</param>
    public static byte[] Write(IEnumerable<TurnRow> turns)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, Options))
        {
            writer.WriteStartArray();
            foreach (var turn in turns)
            {
                Write(writer, turn);
            }

            writer.WriteEndArray();
        }

        var bytes = new byte[Header + BrotliEncoder.GetMaxCompressedLength(json.WrittenCount)];
        if (BrotliEncoder.TryCompress(json.WrittenSpan, bytes.AsSpan(Header), out var written, Quality, Window) && written < json.WrittenCount)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, json.WrittenCount);
            return bytes[..(Header + written)];
        }

        return [0, 0, 0, 0, .. json.WrittenSpan];
    }

    /// <exception cref="JsonException">The bytes were not written by <see cref="Write(IEnumerable{TurnRow})"/>.</exception>
    public static List<Turn> Read(ReadOnlySpan<byte> bytes)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (length == 0)
        {
            return Parse(bytes[Header..]);
        }

        var json = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            return BrotliDecoder.TryDecompress(bytes[Header..], json, out var written) && written == length
                ? Parse(json.AsSpan(0, length))
                : throw new JsonException("Stored turns cannot be decompressed.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(json);
        }
    }

    private static void Write(Utf8JsonWriter writer, TurnRow turn)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(turn.Number);
        writer.WriteStringValue(turn.Hash);
        writer.WriteStringValue(turn.Speaker);
        writer.WriteNumberValue(turn.SpeakerInferred ? 1 : 0);
        Write(writer, turn.Start?.Milliseconds);
        writer.WriteStartArray();
        foreach (var paragraph in turn.Paragraphs)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(paragraph.Text);
            Write(writer, paragraph.Start?.Milliseconds);
            writer.WriteNumberValue(paragraph.Sponsor ? 1 : 0);
            writer.WriteStringValue(paragraph.Language);
            writer.WriteNumberValue((int)paragraph.Markup);
            writer.WriteStringValue(paragraph.Plain == paragraph.Text ? null : paragraph.Plain);
            writer.WriteStringValue(StoredSpans.Write(paragraph.Marked?.Spans ?? []));
            writer.WriteNumberValue(paragraph.WordCount);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, long? number)
    {
        if (number is { } value)
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static List<Turn> Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var turns = new List<Turn>();
        for (reader.Read(); Begins(ref reader);)
        {
            var number = (int)Number(ref reader)!;
            turns.Add(new Turn(
                StoredTurnId.Of(number, Text(ref reader)!), number, Text(ref reader), Number(ref reader) != 0, Start(ref reader), Paragraphs(ref reader)));
            reader.Read();
        }

        return turns;
    }

    private static List<Paragraph> Paragraphs(ref Utf8JsonReader reader)
    {
        var paragraphs = new List<Paragraph>();
        for (reader.Read(); Begins(ref reader);)
        {
            var (text, start, sponsor, language) = (Text(ref reader)!, Start(ref reader), Number(ref reader) != 0, Text(ref reader)!);
            var (markup, plain, spans, words) = (Number(ref reader), Text(ref reader), Text(ref reader), (int?)Number(ref reader));
            paragraphs.Add(new Paragraph(text, start, sponsor, language, MarkedText((int)markup!, plain ?? text, spans), words));
            reader.Read();
        }

        return paragraphs;
    }

    /// <summary>The rendered text of a paragraph, from its columns.</summary>
    public static MarkedText? MarkedText(int markup, string plain, string? spans) =>
        markup == (int)Markup.Markdown ? new MarkedText(plain, StoredSpans.Read(spans)) : null;

    private static bool Begins(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.StartArray;

    private static Timestamp? Start(ref Utf8JsonReader reader) => Number(ref reader) is { } milliseconds ? new Timestamp(milliseconds) : null;

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }

    private static long? Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
    }
}
