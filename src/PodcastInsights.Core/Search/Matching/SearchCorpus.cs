using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>An episode as searching needs it: to filter, to count and to show.</summary>
public sealed record SearchEpisode(
    EpisodeSlug Slug,
    IReadOnlyDictionary<string, string> Titles,
    DateOnly? PublishedOn,
    IReadOnlyList<string> Guests,
    IReadOnlyList<string> Topics)
{
    /// <summary>Each topic once, however the files write it.</summary>
    public IReadOnlyList<(EpisodeSlug Slug, string Name)> TopicSlugs { get; } =
        Topics.Select(static topic => (Slug: EpisodeSlug.From(topic), topic)).DistinctBy(static topic => topic.Slug).ToList();
}

public sealed record SearchSpeaker(string Name, EpisodeSlug Slug);

/// <summary>What is known of a document beside its words.</summary>
/// <param name="Turn">The store's id of the turn; a turn's own words and the sponsor reads in it are two documents, one after the other.</param>
/// <param name="Number">Of the turn in its episode.</param>
/// <param name="Episode">Index into <see cref="SearchCorpus.Episodes"/>.</param>
/// <param name="Speaker">Index into <see cref="SearchCorpus.Speakers"/>; -1 where nobody can be named.</param>
/// <param name="Length">In tokens.</param>
/// <param name="Language">Index into <see cref="SearchCorpus.Languages"/>.</param>
public readonly record struct SearchDocument(
    long Turn, int Number, int Episode, int Speaker, int Length, byte Language, DocumentTraits Traits);

[Flags]
public enum DocumentTraits : byte
{
    None = 0,
    Live = 1,
    Sponsor = 2,

    /// <summary>A takeaway begins in the turn.</summary>
    Takeaway = 4,
}

/// <summary>Everything that can be found, without the words. Never changed once built, so that threads share it.</summary>
/// <param name="Documents">By id; some ids belong to no document, which then is not <see cref="DocumentTraits.Live"/>.</param>
public sealed record SearchCorpus(
    ReadOnlyMemory<SearchDocument> Documents,
    IReadOnlyList<SearchEpisode> Episodes,
    IReadOnlyList<SearchSpeaker> Speakers,
    IReadOnlyList<string> Languages,
    int LiveCount,
    double AverageLength)
{
    public static SearchCorpus Empty { get; } = new(ReadOnlyMemory<SearchDocument>.Empty, [], [], [], 0, 1);
}
