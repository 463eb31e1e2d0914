using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Sessions;

namespace PodcastInsights.Storage.Sql;

/// <summary>
/// Serialises successive turns to one column: four bytes with the length of a JSON array, then the compressed array; or four zero bytes,
/// then the array uncompressed. A turn is [number, hash, speaker, inferred, start, paragraphs], a paragraph is [text, start, sponsor,
/// language, markup, plain, spans, words].
/// </summary>
internal static class StoredTurns
{
    private const int Header = sizeof(int);

    /// <summary>Brotli knows common words of many languages, so it compresses short texts well. Quality 5 would take twice the time for a tenth less.</summary>
    private const int Quality = 3;

    private const int Window = 16;

    private delegate void Parsing(ref Utf8JsonReader reader);

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
        var turns = new List<Turn>();
        Parse(bytes, (ref Utf8JsonReader reader) =>
        {
            while (Begins(ref reader))
            {
                turns.Add(TurnOf(ref reader, int.MaxValue, 0));
            }
        });
        return turns;
    }

    /// <summary>Reads the turns of successive blocks; see <see cref="TurnBlock"/>.</summary>
    /// <returns>Each turn with all its paragraphs that are in the blocks.</returns>
    /// <inheritdoc cref="Read" path="/exception"/>
    public static List<Turn> Join(IEnumerable<byte[]> blocks)
    {
        var turns = new List<Turn>();
        foreach (var turn in blocks.SelectMany(static block => Read(block)))
        {
            if (turns.Count > 0 && turns[^1].Number == turn.Number)
            {
                turns[^1] = turn with { Paragraphs = [.. turns[^1].Paragraphs, .. turn.Paragraphs] };
            }
            else
            {
                turns.Add(turn);
            }
        }

        return turns;
    }

    /// <summary>Reads a turn with one of its paragraphs, and skips the others.</summary>
    /// <param name="turn">Index of the turn among those of the bytes.</param>
    /// <param name="paragraph">Index of the paragraph.</param>
    /// <returns>Null where there is none.</returns>
    /// <inheritdoc cref="Read" path="/exception"/>
    public static Turn? Find(ReadOnlySpan<byte> bytes, int turn, int paragraph)
    {
        var found = default(Turn);
        Parse(bytes, (ref Utf8JsonReader reader) =>
        {
            for (var index = 0; found is null && Begins(ref reader); index++)
            {
                if (index == turn)
                {
                    found = TurnOf(ref reader, 1, paragraph);
                }
                else
                {
                    reader.Skip();
                }
            }
        });
        return found is { Paragraphs.Count: 1 } ? found : null;
    }

    /// <summary>Reads the passage of a search result.</summary>
    /// <returns>Null where the store has another turn in that place now.</returns>
    /// <inheritdoc cref="Find"/>
    public static Passage? PassageIn(ReadOnlySpan<byte> bytes, int turn, int paragraph, string? edition, Section? section) =>
        Find(bytes, turn, paragraph) is { Paragraphs: [var text] } found
            ? new Passage(found.Id, found.Speaker, found.Start, text.Plain, text.Language, edition, section)
            : null;

    /// <summary>Reads those turns of a block that are wanted.</summary>
    /// <param name="first">Id of the block's first turn.</param>
    /// <param name="wanted">Ids of turns. Those found are removed, because a long turn is in several blocks.</param>
    /// <inheritdoc cref="Read" path="/exception"/>
    public static IEnumerable<MatchedTurn> Take(ReadOnlySpan<byte> bytes, long first, HashSet<long> wanted, string? edition) =>
        [.. Read(bytes).Index().Where(turn => wanted.Remove(first + turn.Index)).Select(turn => new MatchedTurn(turn.Item.Id, edition))];

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

    private static void Parse(ReadOnlySpan<byte> bytes, Parsing parsing)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        var json = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            if (length > 0 && (!BrotliDecoder.TryDecompress(bytes[Header..], json, out var written) || written != length))
            {
                throw new JsonException("Stored turns cannot be decompressed.");
            }

            var reader = new Utf8JsonReader(length > 0 ? json.AsSpan(0, length) : bytes[Header..]);
            reader.Read();
            parsing(ref reader);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(json);
        }
    }

    /// <summary>Reads a turn to its end.</summary>
    /// <param name="most">Largest number of paragraphs to read.</param>
    /// <param name="after">Number of paragraphs to skip before them.</param>
    private static Turn TurnOf(ref Utf8JsonReader reader, int most, int after)
    {
        var number = (int)Number(ref reader)!;
        var paragraphs = new List<Paragraph>();
        var turn = new Turn(StoredTurnId.Of(number, Text(ref reader)!), number, Text(ref reader), Number(ref reader) != 0, Start(ref reader), paragraphs);
        reader.Read();
        for (var index = 0; Begins(ref reader); index++)
        {
            if (index >= after && paragraphs.Count < most)
            {
                paragraphs.Add(ParagraphOf(ref reader));
            }
            else
            {
                reader.Skip();
            }
        }

        reader.Read();
        return turn;
    }

    private static Paragraph ParagraphOf(ref Utf8JsonReader reader)
    {
        var (text, start, sponsor, language) = (Text(ref reader)!, Start(ref reader), Number(ref reader) != 0, Text(ref reader)!);
        var (markup, plain, spans, words) = (Number(ref reader), Text(ref reader), Text(ref reader), (int?)Number(ref reader));
        reader.Read();
        return new Paragraph(text, start, sponsor, language, MarkedText((int)markup!, plain ?? text, spans), words);
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
