using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Search.Browsing;

/// <summary>Which episodes to list: those that all of it holds for.</summary>
/// <param name="Text">Beginnings of words of a title, or of the name of somebody who speaks; null for all.</param>
/// <param name="Role">Only where the name, or the speaker, is that of somebody in this role.</param>
/// <param name="Language">Of one of the editions, an ISO 639-1 code.</param>
/// <param name="Show">Its name.</param>
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

/// <summary>What of a filter has more than one value in the library.</summary>
/// <param name="Years">Latest first.</param>
/// <param name="Languages">Those of most episodes first.</param>
/// <param name="Shows">Those of most episodes first.</param>
/// <param name="HasRoles">Whether it is known who is host and who guest.</param>
public sealed record EpisodeChoices(
    IReadOnlyList<int> Years, IReadOnlyList<string> Languages, IReadOnlyList<string> Shows, bool HasRoles);

/// <summary>Which speakers to list.</summary>
/// <param name="Text">Beginnings of words of the name; null for all.</param>
/// <param name="Role">Only those who have it in an episode.</param>
public sealed record SpeakerFilter(string? Text = null, SpeakerRole? Role = null);

/// <param name="Among">Slugs of those that are kept, in no order; null for all there are.</param>
/// <param name="SpeakerName">What the filter's speaker is called; null where it has none, or nobody is called so.</param>
public sealed record ChosenEpisodes(IReadOnlyList<EpisodeSlug>? Among, EpisodeChoices Choices, string? SpeakerName);

/// <param name="Among">Slugs of those that are kept, in no order; null for all there are.</param>
/// <param name="HasRoles">Whether it is known who is host and who guest.</param>
public sealed record ChosenSpeakers(IReadOnlyList<EpisodeSlug>? Among, bool HasRoles);
