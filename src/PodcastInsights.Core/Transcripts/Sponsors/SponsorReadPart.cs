namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <summary>The part of a sponsor read that lies in one turn; a read over several turns is several of these with one name.</summary>
/// <param name="Turn">Index of the turn, from 0.</param>
/// <param name="FirstParagraph">Within the turn, from 1.</param>
/// <param name="LastParagraph">Within the turn, inclusive.</param>
/// <param name="Name">As the words give it; null where they do not.</param>
/// <param name="Url">Absolute, https; null where no address is said.</param>
public sealed record SponsorReadPart(int Turn, int FirstParagraph, int LastParagraph, string? Name, string? Url);
