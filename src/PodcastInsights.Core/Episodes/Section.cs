namespace PodcastInsights.Core.Episodes;

/// <summary>A heading between turns, which nobody says.</summary>
/// <param name="Number">Its place in the edition, from 1.</param>
/// <param name="Title">The heading's words, without Markdown marks.</param>
/// <param name="Start">When it begins in the recording; null where the file gives no time.</param>
/// <param name="TurnId">The first turn below it.</param>
public sealed record Section(int Number, string Title, Timestamp? Start, TurnId TurnId);
