using System.Text.Json;
using System.Text.Json.Serialization;
using PodcastInsights.Web.Fetching.Requests;

namespace PodcastInsights.Web.Fetching.Folders;

/// <summary>The state of the fetches into a folder, in one file: which file belongs to which episode, and the validators of servers.</summary>
internal sealed class FetchState
{
    public const string FileName = ".fetch.json";

    /// <summary>Feeds by address.</summary>
    public Dictionary<string, FeedState> Feeds { get; init => field = value ?? []; } = [];

    public FeedState Of(string feed)
    {
        if (!Feeds.TryGetValue(feed, out var state))
        {
            Feeds.Add(feed, state = new FeedState());
        }

        return state;
    }

    /// <returns>The state, empty where there is none or it cannot be read: files are then recognised by content.</returns>
    public static async Task<FetchState> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, FileName), cancellationToken);
            var state = JsonSerializer.Deserialize(bytes, FetchStateJson.Default.FetchState) ?? new FetchState();
            foreach (var (address, feed) in state.Feeds)
            {
                if (feed is null)
                {
                    state.Feeds.Remove(address);
                }

                feed?.RemoveWhatIsNotPlain();
            }

            return state;
        }
        catch (Exception unread) when (unread is FileNotFoundException or JsonException or NotSupportedException)
        {
            return new FetchState();
        }
    }

    public Task WriteAsync(string folder, CancellationToken cancellationToken) => AtomicFile.WriteAsync(
        Path.Combine(folder, FileName),
        JsonSerializer.SerializeToUtf8Bytes(this, FetchStateJson.Default.FetchState),
        replace: true,
        cancellationToken);
}

/// <summary>The state of a feed.</summary>
internal sealed class FeedState
{
    /// <summary>Validators of the feed; null where something is missing, so that the feed must be read again.</summary>
    public Validators? Validators { get; set; }

    /// <summary>The options for which the validators are valid.</summary>
    public string? Selection { get; set; }

    /// <summary>Episodes by id in the feed.</summary>
    public Dictionary<string, EpisodeState> Episodes { get; init => field = value ?? []; } = [];

    /// <summary>Removes names with paths: the file may have been edited by hand.</summary>
    public void RemoveWhatIsNotPlain()
    {
        foreach (var (id, episode) in Episodes)
        {
            if (episode?.Name is null
                || (episode.Files.Count > 0 && !episode.Files.Select(file => file?.Name).Append(episode.Name).All(EpisodeFileName.IsPlain))
                || episode.Files.Any(file => file.Address is null || file.Digest is null))
            {
                Episodes.Remove(id);
            }
        }
    }
}

/// <summary>The state of an episode.</summary>
/// <param name="Name">Name of its files without language and extension; kept when the title changes. Empty for no files.</param>
internal sealed record EpisodeState(string Name)
{
    /// <summary>Hash of the data that decides whether to request transcripts again; null where something is missing.</summary>
    public string? Asked { get; init; }

    /// <summary>Hash of the links from which the transcripts were chosen.</summary>
    public string? Links { get; init; }

    /// <summary>Hash of the episode's description in the catalogue.</summary>
    public string? Described { get; init; }

    public IReadOnlyList<FileOfEpisode> Files { get; init => field = value ?? []; } = [];
}

/// <summary>A transcript file written by a fetch.</summary>
/// <param name="Address">Source address.</param>
/// <param name="Digest">Hash of its bytes; a file with others was changed by its owner.</param>
internal sealed record FileOfEpisode(string Name, string Address, string Digest)
{
    /// <summary>Language in the feed.</summary>
    public string? Claimed { get; init; }

    /// <summary>Detected language.</summary>
    public string? Language { get; init; }

    public Validators? Validators { get; init; }
}

[JsonSourceGenerationOptions(
    WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FetchState))]
internal sealed partial class FetchStateJson : JsonSerializerContext;
