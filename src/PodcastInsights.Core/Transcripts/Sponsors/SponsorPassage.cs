namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <param name="First">Index of its first sentence in the script.</param>
/// <param name="Last">Index of its last sentence, inclusive.</param>
internal sealed record SponsorPassage(int First, int Last, string? Name, string? Url);
