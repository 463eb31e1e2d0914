using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>Finds the address of an episode's recording in its metadata.</summary>
internal static partial class MediaAddress
{
    /// <summary>Longest id of a video in characters: far more than any has.</summary>
    private const int LongestId = 500;

    /// <summary>
    /// The address of the recording: the value of a media key, preferring a recording to a page; else made from a video id; else the
    /// episode's page where that is a recording.
    /// </summary>
    public static string? In(IReadOnlyList<MetadataEntry> entries)
    {
        var media = Addresses(MetadataField.Media).ToList();
        return media.Find(IsRecording)
            ?? media.FirstOrDefault()
            ?? (entries.FirstOrDefault(entry => MetadataKeys.FieldOf(entry.Key) == MetadataField.VideoId) is { } id
                ? "https://www.youtube.com/watch?v=" + Uri.EscapeDataString(id.Value[..Math.Min(id.Value.Length, LongestId)])
                : null)
            ?? Addresses(MetadataField.Page).FirstOrDefault(IsRecording);

        IEnumerable<string> Addresses(MetadataField field) =>
            entries.Where(entry => MetadataKeys.FieldOf(entry.Key) == field).Select(entry => entry.Value).Where(IsWebAddress);
    }

    public static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    /// <summary>Whether an address is a recording itself: an audio or video file, or a YouTube video page.</summary>
    private static bool IsRecording(string address)
    {
        var uri = new Uri(address);
        return MediaFile.IsMatch(uri.AbsolutePath)
            || uri.Host is "youtu.be"
            || ((uri.Host is "youtube.com" || uri.Host.EndsWith(".youtube.com", StringComparison.Ordinal))
                && (uri.AbsolutePath is "/watch" || uri.AbsolutePath.StartsWith("/live/", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"\.(?:mp3|m4a|aac|ogg|oga|opus|flac|wav|mp4|m4v|webm|mov|m3u8)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MediaFile { get; }
}
