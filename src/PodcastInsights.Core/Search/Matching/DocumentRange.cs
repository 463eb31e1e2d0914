namespace PodcastInsights.Core.Search.Matching;

/// <summary>A half-open range of document ids.</summary>
/// <param name="End">Exclusive.</param>
public readonly record struct DocumentRange(int First, int End)
{
    public static DocumentRange All { get; } = new(0, int.MaxValue);
}
