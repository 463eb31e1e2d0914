using System.Text.Json;
using System.Text.Json.Serialization;
using PodcastInsights.Web.Fetching.Requests;

namespace PodcastInsights.Web.Fetching.Folders;

/// <summary>What is remembered of the fetches into a folder, in one file: which file is whose, and by what servers recognise their copies.</summary>
internal sealed class FetchState
{
    public const string FileName = ".fetch.json";

    /// <summary>By where they are.</summary>
    public Dictionary<string, FeedState> Feeds { get; init => field = value ?? []; } = [];

    public FeedState Of(string feed)
    {
        if (!Feeds.TryGetValue(feed, out var state))
        {
            Feeds.Add(feed, state = new FeedState());
        }

        return state;
    }

    /// <returns>An empty state where there is none, or none that can be read: files are then found again by what is in them.</returns>
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

/// <summary>Of one feed.</summary>
internal sealed class FeedState
{
    /// <summary>Null where something of the feed is still to be fetched, so that it must be read again in any case.</summary>
    public Validators? Validators { get; set; }

    /// <summary>What was wanted when the validators were kept.</summary>
    public string? Selection { get; set; }

    /// <summary>By the feed's ids.</summary>
    public Dictionary<string, EpisodeState> Episodes { get; init => field = value ?? []; } = [];

    /// <summary>The file may have been edited by hand: it must not lead anywhere.</summary>
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

/// <summary>Of one episode.</summary>
/// <param name="Name">Of its files, without language and ending: kept when the title changes. Empty where it has none.</param>
internal sealed record EpisodeState(string Name)
{
    /// <summary>Of what decides whether transcripts are asked for again; null where something is still to be fetched.</summary>
    public string? Asked { get; init; }

    /// <summary>Of the addresses and claims from which the transcripts were chosen.</summary>
    public string? Links { get; init; }

    /// <summary>Of what was said of the episode in the catalogue.</summary>
    public string? Described { get; init; }

    public IReadOnlyList<FileOfEpisode> Files { get; init => field = value ?? []; } = [];
}

/// <summary>A transcript as it was written.</summary>
/// <param name="Address">Where it came from.</param>
/// <param name="Digest">Of its bytes: a file with others was changed by its owner, and is his.</param>
internal sealed record FileOfEpisode(string Name, string Address, string Digest)
{
    /// <summary>As the feed has it.</summary>
    public string? Claimed { get; init; }

    /// <summary>As the words have it.</summary>
    public string? Language { get; init; }

    public Validators? Validators { get; init; }
}

[JsonSourceGenerationOptions(
    WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FetchState))]
internal sealed partial class FetchStateJson : JsonSerializerContext;
