namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <param name="First">Index of its first sentence in the episode.</param>
/// <param name="Last">Index of its last sentence, inclusive.</param>
internal sealed record SponsorReadRange(int First, int Last, string? Name, string? Url);
