namespace PodcastInsights.Core.Search.Matching;

/// <summary>Documents from one to before another.</summary>
/// <param name="End">Just behind the last one.</param>
public readonly record struct DocumentRange(int First, int End)
{
    public static DocumentRange All { get; } = new(0, int.MaxValue);
}
