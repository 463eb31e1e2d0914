namespace PodcastInsights.Core.Citation;

public enum ChangeKind
{
    Same,

    /// <summary>It was said and is not any more.</summary>
    Removed,

    /// <summary>It is said now and was not.</summary>
    Added,
}

/// <summary>Words that stayed, went or came.</summary>
/// <param name="Text">As they are written; of words that stayed, as they are written now.</param>
public sealed record WordChange(ChangeKind Kind, string Text);
