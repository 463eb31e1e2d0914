namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <summary>The part of a sponsor read in one turn; a read over several turns has several parts with one name.</summary>
/// <param name="Turn">Index of the turn, from 0.</param>
/// <param name="FirstParagraph">Within the turn, from 1.</param>
/// <param name="LastParagraph">Within the turn, inclusive.</param>
/// <param name="Name">Name in the text; null where it has none.</param>
/// <param name="Url">Absolute address with https; null where none is said.</param>
internal sealed record SponsorReadPart(int Turn, int FirstParagraph, int LastParagraph, string? Name, string? Url);
