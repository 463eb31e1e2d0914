using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PodcastInsights.Web.Fetching.Feeds;

namespace PodcastInsights.Web.Fetching.Folders;

/// <summary>
/// The folder's catalogue, <c>index.json</c>, in the format that an import reads: the feed's data for each file. A catalogue written by
/// somebody else is never touched.
/// </summary>
internal sealed class FetchedCatalogue
{
    public const string FileName = "index.json";

    /// <summary>Largest size that an import reads.</summary>
    public const int MaxBytes = 16 << 20;

    private const string Maker = "PodcastInsights fetch";
    private const string MakerKey = "madeBy";
    private const string ListKey = "episodes";
    private const string FileKey = "file";
    private const string ChaptersKey = "chapters";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,

        // Only JSON escaping is needed, so letters of all scripts stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Dictionary<string, JsonObject> entries = new(StringComparer.Ordinal);
    private bool changed;

    private FetchedCatalogue()
    {
    }

    /// <returns>Null where the catalogue was written by somebody else.</returns>
    public static async Task<FetchedCatalogue?> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, FileName);
        var catalogue = new FetchedCatalogue();
        if (!File.Exists(path))
        {
            return catalogue;
        }

        try
        {
            if (JsonNode.Parse(await File.ReadAllBytesAsync(path, cancellationToken)) is not JsonObject root
                || !root.TryGetPropertyValue(MakerKey, out var maker)
                || maker?.GetValueKind() != JsonValueKind.String
                || maker.GetValue<string>() != Maker
                || root[ListKey] is not JsonArray list)
            {
                return null;
            }

            foreach (var entry in list.OfType<JsonObject>())
            {
                if (entry[FileKey] is JsonValue name && name.TryGetValue<string>(out var file))
                {
                    catalogue.entries.TryAdd(file, (JsonObject)entry.DeepClone());
                }
            }

            return catalogue;
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    public bool Has(string file) => entries.ContainsKey(file);

    /// <summary>Hash of a description, without chapters.</summary>
    public static string DigestOf(string? show, string? language, FeedEpisode episode) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(EntryOf("", show, language, episode).ToJsonString())).AsSpan(0, 16));

    /// <summary>Writes the feed's data for a file; its chapters stay.</summary>
    public void Describe(string file, string? show, string? language, FeedEpisode episode)
    {
        var entry = EntryOf(file, show, language, episode);
        if (entries.GetValueOrDefault(file)?[ChaptersKey]?.DeepClone() is { } chapters)
        {
            entry[ChaptersKey] = chapters;
        }

        entries[file] = entry;
        changed = true;
    }

    /// <returns>Whether they have changed.</returns>
    public bool SetChapters(string file, IReadOnlyList<Chapter> chapters)
    {
        if (!entries.TryGetValue(file, out var entry)
            || (ListOf(chapters) is var list && JsonNode.DeepEquals(entry[ChaptersKey], list)))
        {
            return false;
        }

        entry.Remove(ChaptersKey);
        if (list is not null)
        {
            entry[ChaptersKey] = list;
        }

        return changed = true;
    }

    public void Remove(string file) => changed |= entries.Remove(file);

    /// <summary>Writes the catalogue if it has changed.</summary>
    /// <exception cref="IOException">It would be larger than an import reads, or the disk cannot be written.</exception>
    public async Task WriteAsync(string folder, CancellationToken cancellationToken)
    {
        if (!changed)
        {
            return;
        }

        var root = new JsonObject
        {
            [MakerKey] = Maker,
            [ListKey] = new JsonArray([.. entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value.DeepClone())]),
        };
        var bytes = Encoding.UTF8.GetBytes(root.ToJsonString(Readable));
        if (bytes.Length > MaxBytes)
        {
            throw new IOException($"{FileName} would be larger than an import reads; give the next feed a folder of its own");
        }

        await AtomicFile.WriteAsync(Path.Combine(folder, FileName), bytes, replace: true, cancellationToken);
        changed = false;
    }

    private static JsonObject EntryOf(string file, string? show, string? language, FeedEpisode episode)
    {
        // The file name comes first, because the reader of catalogues takes the first text that is a path.
        var entry = new JsonObject { [FileKey] = file, ["title"] = episode.Title };
        Add("date", episode.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("show", show);
        Add("language", language);
        AddAll("guests", episode.Guests);
        AddAll("hosts", episode.Hosts);
        Add("link", episode.Link);
        Add("media_url", episode.Media);
        Add("duration", episode.Duration);
        return entry;

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                entry[key] = value;
            }
        }

        void AddAll(string key, IReadOnlyList<string> values)
        {
            if (values.Count > 0)
            {
                entry[key] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
            }
        }
    }

    private static JsonArray? ListOf(IReadOnlyList<Chapter> chapters) => chapters.Count == 0
        ? null
        : new JsonArray([.. chapters.Select(chapter => new JsonObject { ["start"] = chapter.Start, ["title"] = chapter.Title })]);
}
