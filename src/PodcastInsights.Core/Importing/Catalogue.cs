using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Metadata;

namespace PodcastInsights.Core.Importing;

/// <summary>What the catalogue says of one file.</summary>
/// <param name="Digest">Hash of the entry. When it changes, the file must be parsed again.</param>
internal sealed record CatalogueEntry(EpisodeMetadata Metadata, string Digest);

/// <summary>
/// A file <c>index.json</c>, <c>index.yaml</c> or <c>index.yml</c> that names other files of the library and says what they are: lists of
/// objects, at its top or one level below, each with a member that is a file's path, and others as in front matter.
/// </summary>
internal static class Catalogue
{
    /// <summary>Share of the objects in a list that must name a file for the list to be a catalogue.</summary>
    private const double LeastNaming = 0.5;

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MetadataCollector.Deepest,
    };

    /// <summary>Whether a file with this name may be a catalogue.</summary>
    public static bool IsNamed(string fileName) => IsYaml(fileName) || fileName.Equals("index.json", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Reads the entries of a catalogue, by full path of the file described; null where the file is no catalogue. Paths may be relative to
    /// the catalogue's folder or to the library's. Entries that name no file of the library are ignored.
    /// </summary>
    /// <param name="files">Full paths of the library's transcripts. Only these can be described.</param>
    public static Dictionary<string, CatalogueEntry>? Read(
        string root, string path, IReadOnlySet<string> files, List<Diagnostic> problems)
    {
        return SideFile.Read(root, path, "catalogue", Parse, problems);

        Dictionary<string, CatalogueEntry>? Parse(string text)
        {
            using var document = DocumentOf(text, IsYaml(path));
            var lists = ListsIn(document.RootElement)
                .Where(list => list.Count > 0 && list.Count(item => PathIn(item) is not null) >= list.Count * LeastNaming)
                .ToList();
            if (lists.Count == 0)
            {
                return null;
            }

            var entries = new Dictionary<string, CatalogueEntry>(StringComparer.Ordinal);
            foreach (var item in lists.SelectMany(list => list))
            {
                if (PathIn(item) is { } named && Resolve(root, Path.GetDirectoryName(path)!, named, files) is { } file)
                {
                    entries.TryAdd(file, EntryOf(item, named));
                }
            }

            return entries;
        }
    }

    private static bool IsYaml(string path) =>
        Path.GetFileName(path).ToLowerInvariant() is "index.yaml" or "index.yml";

    private static JsonDocument DocumentOf(string text, bool isYaml)
    {
        try
        {
            return isYaml ? JsonDocument.Parse(YamlAsJson.Of(text), Lenient) : JsonDocument.Parse(text, Lenient);
        }
        catch (JsonException mistake)
        {
            throw new SideFileException(1 + (int)(mistake.LineNumber ?? 0), "This is not valid JSON.", mistake);
        }
    }

    private static IEnumerable<List<JsonElement>> ListsIn(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Array => [ObjectsIn(root)],
        JsonValueKind.Object => root.EnumerateObject()
            .Where(member => member.Value.ValueKind == JsonValueKind.Array)
            .Select(member => ObjectsIn(member.Value)),
        _ => [],
    };

    private static List<JsonElement> ObjectsIn(JsonElement list) =>
        [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)];

    /// <summary>The first text in the object that is the path of a transcript, judged by its extension; web addresses are none.</summary>
    private static string? PathIn(JsonElement item)
    {
        foreach (var member in item.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.String
                && TextOf(member.Value) is { Length: > 0 and < 1000 } text
                && FileKind.TranscriptExtensions.Contains(Path.GetExtension(text))
                && !text.Contains("://", StringComparison.Ordinal)
                && !text.Contains('\n', StringComparison.Ordinal))
            {
                return text;
            }
        }

        return null;
    }

    private static string? Resolve(string root, string folder, string named, IReadOnlySet<string> files)
    {
        if (named.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var relative = named.Replace('\\', '/').TrimStart('/').Replace('/', Path.DirectorySeparatorChar);
        return new[] { folder, root }
            .Select(from => Path.GetFullPath(Path.Combine(from, relative)))
            .FirstOrDefault(files.Contains);
    }

    private static CatalogueEntry EntryOf(JsonElement item, string path)
    {
        var collector = new MetadataCollector(firstLine: 1);
        Collect(item, collector);
        var entries = collector.Entries.Where(entry => entry.Value != path).ToList();
        var text = string.Join('\n', entries.Select(entry => $"{entry.Key}\t{entry.Value}"));
        return new CatalogueEntry(
            EpisodeMetadata.Of(entries, new DiagnosticList(path)),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16)));
    }

    // The JSON reader bounds the depth of the recursion.
    private static void Collect(JsonElement value, MetadataCollector collector)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                collector.Enter();
                foreach (var member in value.EnumerateObject())
                {
                    collector.Key(member.Name);
                    Collect(member.Value, collector);
                }

                collector.Leave();
                break;
            case JsonValueKind.Array:
                collector.Enter();
                foreach (var item in value.EnumerateArray())
                {
                    Collect(item, collector);
                }

                collector.Leave();
                break;
            case JsonValueKind.String:
                collector.Value(TextOf(value), 1);
                break;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                collector.Value(value.GetRawText(), 1);
                break;
        }
    }

    /// <summary>Null where the text holds a lone surrogate, which an escape sequence can produce.</summary>
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
