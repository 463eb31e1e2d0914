using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Search.Naming;

public enum NamedKind
{
    Speaker,
    Episode,
}

/// <summary>A person or an episode whose name or title was typed as a search.</summary>
/// <param name="Name">The name, or the title that was typed.</param>
/// <param name="EpisodeCount">Number of episodes of a speaker.</param>
/// <param name="Titles">By language; null for a speaker.</param>
/// <param name="PublishedOn">Date of an episode; null for a speaker, and where it is not known.</param>
public sealed record NamedAnswer(
    NamedKind Kind,
    string Name,
    EpisodeSlug Slug,
    int EpisodeCount,
    IReadOnlyDictionary<string, string>? Titles,
    DateOnly? PublishedOn)
{
    /// <summary>Each language that one reads in the episode's editions, the default edition's first; none for a speaker.</summary>
    public IReadOnlyList<string> EpisodeLanguages { get; init; } = [];
}
