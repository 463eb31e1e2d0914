using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Api;

/// <summary>One page of the list of speakers.</summary>
/// <param name="Total">Speakers in the whole list.</param>
/// <param name="Page">Number of this page, from 1.</param>
/// <param name="PageSize">Largest number of items on a page.</param>
/// <param name="Items">The page's speakers; empty past the last page.</param>
internal sealed record SpeakersResponse(int Total, int Page, int PageSize, IReadOnlyList<SpeakerSummaryResponse> Items) : IPage;

/// <summary>A person, with counts over all episodes.</summary>
/// <param name="Slug">Identifies the person in addresses; percent-encoded.</param>
/// <param name="HostedCount">Number of episodes in which they are a host.</param>
/// <param name="Url">The person's page, root-relative.</param>
internal sealed record SpeakerSummaryResponse(string Name, string Slug, int EpisodeCount, int HostedCount, int TurnCount, string Url)
{
    public static SpeakerSummaryResponse From(SpeakerSummary speaker, string root) => new(
        speaker.Name,
        Paths.Segment(speaker.Slug),
        speaker.EpisodeCount,
        speaker.HostedCount,
        speaker.TurnCount,
        root + Paths.Speaker(speaker.Slug));
}
