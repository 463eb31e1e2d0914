namespace PodcastInsights.Core.Citation;

public enum ChangeKind
{
    Same,

    /// <summary>Only in the former text.</summary>
    Removed,

    /// <summary>Only in the present text.</summary>
    Added,
}

/// <summary>A run of words that stayed, were removed or were added.</summary>
/// <param name="Text">The original text; for words that stayed, the present spelling.</param>
public sealed record WordChange(ChangeKind Kind, string Text);
