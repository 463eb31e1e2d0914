namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>What a key of metadata gives.</summary>
internal enum MetadataField
{
    /// <summary>A key that is not understood.</summary>
    Other,
    Title,
    Guests,
    Hosts,
    Speakers,

    /// <summary>Who wrote a page down: only a guess at who speaks in it.</summary>
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
