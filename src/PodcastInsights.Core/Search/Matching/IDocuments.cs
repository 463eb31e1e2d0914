namespace PodcastInsights.Core.Search.Matching;

/// <summary>Enumerates documents of several posting lists, in ascending order.</summary>
internal interface IDocuments
{
    int Document { get; }

    /// <summary>Index of the document in each list; negative where the list does not contain it.</summary>
    ReadOnlySpan<int> At { get; }

    /// <returns>False after the last document.</returns>
    bool MoveNext();
}
