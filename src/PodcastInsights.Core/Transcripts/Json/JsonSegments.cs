using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Metadata;

namespace PodcastInsights.Core.Transcripts.Json;

/// <summary>The arrays of a JSON transcript that contain speech. In a truncated file, the items before the end are kept.</summary>
/// <param name="Arrays">Items of each array found, in file order.</param>
/// <param name="Others">The root's other members.</param>
/// <param name="Mended">Lines with escapes of lone surrogates, which were replaced by U+FFFD.</param>
/// <param name="Broken">Line and reason of a JSON error; null for none.</param>
internal sealed partial record JsonSegments(
    IReadOnlyDictionary<string, List<JsonSegment>> Arrays,
    IReadOnlyDictionary<string, JsonElement> Others,
    IReadOnlyList<int> Mended,
    (int Line, string Reason)? Broken)
{
    // Of one member, such as the guests.
    private const int MostValues = 64;

    private static readonly JsonReaderOptions Lenient =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64, AllowMultipleValues = true };

    // Each format of JSON votes on the same text.
    private static readonly ConditionalWeakTable<SourceText, MendedText> Latest = [];

    /// <summary>Items of the array, where one path was given.</summary>
    public IReadOnlyList<JsonSegment> Items => Arrays.Values.FirstOrDefault() ?? [];

    /// <summary>The <c>language</c> of the root or of what leads to the speech, of two letters, perhaps with a region; null where it has none.</summary>
    public string? Language =>
        (Code("language") ?? Code("language_code") ?? Code("lang") ?? NestedCode("result")) is { } code
            && LanguageCode.Match(code) is { Success: true } match
            ? match.Groups["code"].Value.ToLowerInvariant()
            : null;

    /// <param name="paths">
    /// Paths of arrays of items from the root: names, with <c>[]</c> for all items of an array and <c>[0]</c> for the first:
    /// <c>results.channels[].alternatives[0].words</c>. A root that is an array, or JSON Lines, matches every path that is a single name.
    /// </param>
    public static JsonSegments Read(SourceText source, params string[] paths)
    {
        var arrays = new Dictionary<string, List<JsonSegment>>(StringComparer.Ordinal);
        var others = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (source.Text.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return new JsonSegments(arrays, others, [], (1, "The text begins with neither { nor [."));
        }

        var text = Latest.GetValue(source, static source => new MendedText(source.Text));
        var walk = new JsonWalk(text.Bytes, paths, arrays, others);
        var reader = new Utf8JsonReader(text.Bytes, Lenient);
        try
        {
            walk.ReadRoot(ref reader, IsLines(source));
            return new JsonSegments(arrays, others, text.Lines, null);
        }
        catch (JsonException broken)
        {
            return new JsonSegments(arrays, others, text.Lines, ((int)(broken.LineNumber ?? 0) + 1, "This is not valid JSON."));
        }
    }

    /// <summary>Whether the text is JSON Lines: an object on each line.</summary>
    private static bool IsLines(SourceText source) =>
        source.Lines.Where(static line => !string.IsNullOrWhiteSpace(line)).Take(2).Select(static line => line.Trim()).ToList()
            is [['{', .., '}'], ['{', ..]];

    /// <summary>Adds diagnostics for what could not be read.</summary>
    public void Report(EditionDraft draft)
    {
        foreach (var line in Mended)
        {
            draft.Diagnostics.Warning(
                $"{draft.Format}.half-character", line, "An escape here stands for half a character; it was read as U+FFFD.");
        }

        if (Broken is { } broken)
        {
            draft.Diagnostics.Error($"{draft.Format}.broken", broken.Line, $"{broken.Reason} What stands before was read.");
        }
    }

    /// <summary>Reads the root's members that say what the episode is, such as its title, where they are texts, numbers or lists of texts.</summary>
    public void SupplyMetadata(EditionDraft draft)
    {
        var entries = new List<MetadataEntry>();
        foreach (var (key, value) in Others.Where(static member => MetadataKeys.DescribesEpisode(member.Key)))
        {
            var values = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value };
            entries.AddRange(values
                .Where(static value => value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                .Select(value => new MetadataEntry(key, MetadataCollector.Bounded(value.ToString()), 1))
                .Where(static entry => entry.Value.Length > 0)
                .Take(MostValues));
        }

        EpisodeMetadata.Of(entries, draft.Diagnostics).SupplyTo(draft);
    }

    /// <summary>A time in seconds, as a number or text; null for anything else.</summary>
    public static Timestamp? Seconds(JsonElement segment, string property) =>
        Number(segment, property) is >= 0 and < 1e7 and var seconds ? Timestamp.FromSeconds(seconds) : null;

    /// <summary>A number, also as text, perhaps with an <c>s</c> for seconds; null for anything else.</summary>
    public static double? Number(JsonElement segment, string property)
    {
        if (Member(segment, property) is not { } value)
        {
            return null;
        }

        double number;
        var read = value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetDouble(out number),
            JsonValueKind.String => double.TryParse(value.GetString().AsSpan().TrimEnd('s'), NumberStyles.Float, CultureInfo.InvariantCulture, out number),
            _ => (number = double.NaN) is 0,
        };
        return read && double.IsFinite(number) ? number : null;
    }

    /// <summary>A text member; null where it is missing, not text, or blank.</summary>
    public static string? Text(JsonElement segment, string property) =>
        Raw(segment, property) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>A text member, blank or not; null where it is missing or not text.</summary>
    public static string? Raw(JsonElement segment, string property) =>
        Member(segment, property) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A member, possibly nested: <c>offsets.from</c>, <c>alternatives[0].content</c>. Null where any step is missing.</summary>
    public static JsonElement? Member(JsonElement segment, string path)
    {
        foreach (var step in path.Split('.'))
        {
            var first = step.EndsWith("[0]", StringComparison.Ordinal);
            if (segment.ValueKind != JsonValueKind.Object || !segment.TryGetProperty(first ? step[..^3] : step, out segment))
            {
                return null;
            }

            if (first)
            {
                if (segment.ValueKind != JsonValueKind.Array || segment.GetArrayLength() == 0)
                {
                    return null;
                }

                segment = segment[0];
            }
        }

        return segment;
    }

    private string? Code(string name) =>
        Others.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private string? NestedCode(string name) => Others.TryGetValue(name, out var value) ? Text(value, "language") : null;

    [GeneratedRegex(@"^(?<code>[A-Za-z]{2})(?:[-_][A-Za-z]{2,8})?$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageCode { get; }
}

/// <summary>An item of an array, with speech.</summary>
/// <param name="Line">Line of its start, from 1.</param>
/// <param name="Outer">Index in the outermost array, from 0: a channel of the recording.</param>
internal readonly record struct JsonSegment(JsonElement Item, int Line, int Outer);
