namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>The fields of metadata that are understood.</summary>
internal enum MetadataField
{
    /// <summary>A key that is not understood.</summary>
    Other,
    Title,
    Guests,
    Hosts,
    Speakers,

    /// <summary>The author of a page, who may be the speaker.</summary>
    Authors,
    Show,
    Description,
    Language,
    Media,
    VideoId,

    /// <summary>The address of the episode's page.</summary>
    Page,
    Date,
    Duration,
    Topics,
    Aliases,
    Markup,
    Format,
}
