namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>Structured text that a library could not read. The message has no names of types and no paths.</summary>
internal sealed class BrokenMetadataException(int line, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Of the file, from 1.</summary>
    public int Line { get; } = line;

    public static BrokenMetadataException TooDeep(int line) =>
        new(line, $"values nest deeper than {MetadataCollector.Deepest}");
}
