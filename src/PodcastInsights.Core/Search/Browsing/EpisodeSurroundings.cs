using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Search.Browsing;

/// <summary>Episodes to read after this one.</summary>
/// <param name="Previous">The episode before by date in the same show; null for the first one, and for an episode without a date.</param>
/// <param name="Next">The episode after it; null for the last one, and for an episode without a date.</param>
/// <param name="WithGuests">Other episodes with one of its guests, latest first.</param>
/// <param name="Related">Similar episodes, the most similar first, without those above.</param>
public sealed record EpisodeSurroundings(
    SearchEpisode? Previous, SearchEpisode? Next, IReadOnlyList<SearchEpisode> WithGuests, IReadOnlyList<SearchEpisode> Related)
{
    public static EpisodeSurroundings None { get; } = new(null, null, [], []);

    public bool IsEmpty => Previous is null && Next is null && WithGuests.Count == 0 && Related.Count == 0;
}
