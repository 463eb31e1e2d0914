namespace PodcastInsights.Core.Search.Matching;

/// <summary>
/// Posting lists of an index, in one consistent state of it, without reading: what is not in memory is given as empty and noted, and whoever
/// matches begins again once it has been read.
/// </summary>
public interface IPostings
{
    /// <summary>Whether all lists that were asked for were given as they are.</summary>
    bool AreAtHand { get; }

    /// <summary>Where the token stands; empty where it never does.</summary>
    PostingList Token(string token);

    /// <summary>Where tokens that begin so stand.</summary>
    PostingList Prefix(string prefix);

    /// <summary>
    /// A list that was worked out from others, kept for the next query. <paramref name="after"/> makes the part of it whose
    /// documents come after the one given, so that an import costs only what it adds.
    /// </summary>
    PostingList Derived(string key, Func<int, PostingList> after);
}
