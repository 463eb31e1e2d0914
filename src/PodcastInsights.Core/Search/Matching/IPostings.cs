namespace PodcastInsights.Core.Search.Matching;

/// <summary>
/// Posting lists of one version of an index, held in memory. A list that is not in memory is returned empty and noted as missing; the
/// caller matches again once it has been read.
/// </summary>
internal interface IPostings
{
    /// <summary>Whether all lists asked for so far were in memory.</summary>
    bool AreAtHand { get; }

    /// <summary>Positions of the token; empty where it does not occur.</summary>
    PostingList Token(string token);

    /// <summary>Positions of all tokens with the prefix.</summary>
    PostingList Prefix(string prefix);

    /// <summary>
    /// A list computed from others and cached for later queries. <paramref name="after"/> computes the part with documents after the given
    /// one, so that after an import only the added part is computed.
    /// </summary>
    PostingList Derived(string key, Func<int, PostingList> after);
}
