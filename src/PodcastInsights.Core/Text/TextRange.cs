namespace PodcastInsights.Core.Text;

/// <summary>A stretch of a text, in characters of it.</summary>
/// <param name="End">Just behind the last one.</param>
public readonly record struct TextRange(int Start, int End);
