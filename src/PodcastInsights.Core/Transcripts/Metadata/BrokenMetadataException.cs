namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>Metadata that a library could not parse. The message has no type names and no paths.</summary>
internal sealed class BrokenMetadataException(int line, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Line of the file, from 1.</summary>
    public int Line { get; } = line;

    public static BrokenMetadataException TooDeep(int line) =>
        new(line, $"values nest deeper than {MetadataCollector.Deepest}");
}
