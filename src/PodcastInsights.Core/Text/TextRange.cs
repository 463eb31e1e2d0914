namespace PodcastInsights.Core.Text;

/// <summary>A range of a text, in characters.</summary>
/// <param name="End">Exclusive.</param>
public readonly record struct TextRange(int Start, int End);
