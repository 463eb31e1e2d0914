namespace PodcastInsights.Core.Search.Sessions;

/// <param name="Text">The token, the beginning of tokens, or what a derived list is known by.</param>
public readonly record struct PostingKey(PostingKind Kind, string Text);

public enum PostingKind
{
    Token,
    Prefix,

    /// <summary>Made of others; no store is asked for it.</summary>
    Derived,
}
