using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Search.Browsing;

/// <summary>Selects episodes for a list. All conditions must hold.</summary>
/// <param name="Text">Prefixes of words of a title or of a speaker's name; null for all.</param>
/// <param name="Role">Only episodes in which the speaker, or a speaker with the name, has this role.</param>
/// <param name="Language">Language of an edition, an ISO 639-1 code.</param>
/// <param name="Show">Name of the show.</param>
/// <param name="Topic">As written or as slug.</param>
public sealed record EpisodeFilter(
    string? Text = null,
    SpeakerRole? Role = null,
    string? Language = null,
    string? Show = null,
    int? Year = null,
    string? Topic = null,
    EpisodeSlug? Speaker = null)
{
    public bool KeepsAll => this == new EpisodeFilter();
}

/// <summary>Values that an episode filter can choose from. Empty where there is only one.</summary>
/// <param name="Years">Years of publication, latest first.</param>
/// <param name="Languages">Those of most episodes first.</param>
/// <param name="Shows">Those of most episodes first.</param>
/// <param name="HasRoles">Whether speakers have known roles.</param>
public sealed record EpisodeChoices(
    IReadOnlyList<int> Years, IReadOnlyList<string> Languages, IReadOnlyList<string> Shows, bool HasRoles);

/// <summary>Selects speakers for a list.</summary>
/// <param name="Text">Prefixes of words of the name; null for all.</param>
/// <param name="Role">Only speakers with this role in some episode.</param>
public sealed record SpeakerFilter(string? Text = null, SpeakerRole? Role = null);

/// <param name="Among">Slugs of those selected, in no order; null for all.</param>
/// <param name="SpeakerName">Name of the filter's speaker; null where it has none, or where there is no such speaker.</param>
public sealed record ChosenEpisodes(IReadOnlyList<EpisodeSlug>? Among, EpisodeChoices Choices, string? SpeakerName);

/// <param name="Among">Slugs of those selected, in no order; null for all.</param>
/// <param name="HasRoles">Whether speakers have known roles.</param>
public sealed record ChosenSpeakers(IReadOnlyList<EpisodeSlug>? Among, bool HasRoles);
