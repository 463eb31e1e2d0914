using System.Globalization;
using System.Text;
using System.Text.Json;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Captions;

namespace PodcastInsights.Core.Transcripts.Json;

/// <summary>The array of a JSON transcript that holds the words. A file that breaks off keeps the items before the break.</summary>
/// <param name="Items">Each with the line it begins on, from 1.</param>
/// <param name="Others">The root's other members.</param>
/// <param name="Broken">Line and reason where the text is no JSON; null where all of it is.</param>
internal sealed record JsonSegments(
    IReadOnlyList<(JsonElement Segment, int Line)> Items,
    IReadOnlyDictionary<string, JsonElement> Others,
    (int Line, string Reason)? Broken)
{
    private static readonly JsonReaderOptions Lenient =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    /// <summary>The root's <c>language</c>; null where it has none.</summary>
    public string? Language =>
        Others.TryGetValue("language", out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: 2 } code
            ? code.ToLowerInvariant()
            : null;

    /// <param name="array">Name of the root's member that holds the items; a root that is an array holds them itself.</param>
    public static JsonSegments Read(SourceText source, string array = "segments")
    {
        var items = new List<(JsonElement, int)>();
        var others = new Dictionary<string, JsonElement>();
        if (source.Text.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return new JsonSegments(items, others, (1, "The text begins with neither { nor [."));
        }

        var bytes = Encoding.UTF8.GetBytes(source.Text);
        var lines = new LineCounter(bytes);
        var reader = new Utf8JsonReader(bytes, Lenient);
        try
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                ReadSegments(ref reader, lines, items);
            }
            else
            {
                ReadRoot(ref reader, array, lines, items, others);
            }

            return new JsonSegments(items, others, null);
        }
        catch (JsonException broken)
        {
            return new JsonSegments(items, others, ((int)(broken.LineNumber ?? 0) + 1, "This is not valid JSON."));
        }
    }

    /// <summary>A moment in seconds, as a number or as a text that holds one; null for anything else.</summary>
    public static Timestamp? Seconds(JsonElement segment, string property)
    {
        if (!segment.TryGetProperty(property, out var value))
        {
            return null;
        }

        double seconds;
        var read = value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetDouble(out seconds),
            JsonValueKind.String => double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out seconds),
            _ => (seconds = double.NaN) is 0,
        };
        return read && seconds is >= 0 and < 1e7 ? Timestamp.FromSeconds(seconds) : null;
    }

    /// <summary>A text property; null where it is absent, no text, or blank.</summary>
    public static string? Text(JsonElement segment, string property) =>
        segment.TryGetProperty(property, out var value)
            && value.ValueKind == JsonValueKind.String
            && value.GetString() is { } text
            && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;

    /// <summary>How many segments have the named text beside the named time.</summary>
    public FormatVote Vote(string text, string time)
    {
        var known = Items.Count(item => item.Segment.TryGetProperty(text, out _) && item.Segment.TryGetProperty(time, out _));
        return new FormatVote(Items.Count, known);
    }

    /// <summary>Joins the segments into turns; one without words makes a diagnostic unless it is plainly empty.</summary>
    public void Join(string text, string start, string end, EditionDraft draft)
    {
        draft.Language = Language;
        var utterances = new List<Utterance>();
        foreach (var (segment, line) in Items)
        {
            if (Text(segment, text) is { } words)
            {
                utterances.Add(new Utterance(Text(segment, "speaker"), Seconds(segment, start), Seconds(segment, end), words, line));
            }
            else if (!segment.TryGetProperty(text, out var odd) || odd.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
            {
                draft.Diagnostics.Warning($"{draft.Format}.segment-without-words", line, $"This segment has no text named {text}.");
            }
        }

        Utterance.Join(utterances, draft);
        if (Broken is { } broken)
        {
            draft.Diagnostics.Error($"{draft.Format}.broken", broken.Line, $"{broken.Reason} What stands before was read.");
        }
    }

    private static void ReadRoot(
        ref Utf8JsonReader reader, string array, LineCounter lines, List<(JsonElement, int)> items, Dictionary<string, JsonElement> others)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name == array && reader.TokenType == JsonTokenType.StartArray)
            {
                ReadSegments(ref reader, lines, items);
            }
            else
            {
                others[name] = JsonElement.ParseValue(ref reader);
            }
        }
    }

    private static void ReadSegments(ref Utf8JsonReader reader, LineCounter lines, List<(JsonElement, int)> items)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            var line = lines.LineAt(reader.TokenStartIndex);
            items.Add((JsonElement.ParseValue(ref reader), line));
        }
    }

    /// <summary>Counts lines up to positions that only grow, so that a long file is passed over once.</summary>
    private sealed class LineCounter(byte[] bytes)
    {
        private int position;
        private int line = 1;

        public int LineAt(long index)
        {
            line += bytes.AsSpan(position, (int)index - position).Count((byte)'\n');
            position = (int)index;
            return line;
        }
    }
}
