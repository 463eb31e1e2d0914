using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Search.Browsing;

/// <summary>Where one may read on from an episode.</summary>
/// <param name="Previous">The one before it by date, of the same show; null at the start, and for an episode without a date.</param>
/// <param name="Next">The one after it; null at the end, and for an episode without a date.</param>
/// <param name="WithGuests">Others in which one of its guests is a guest, latest first.</param>
/// <param name="Related">Others that are about much the same, the likest first; none of the ones above.</param>
public sealed record EpisodeSurroundings(
    SearchEpisode? Previous, SearchEpisode? Next, IReadOnlyList<SearchEpisode> WithGuests, IReadOnlyList<SearchEpisode> Related)
{
    public static EpisodeSurroundings None { get; } = new(null, null, [], []);

    public bool IsEmpty => Previous is null && Next is null && WithGuests.Count == 0 && Related.Count == 0;
}
