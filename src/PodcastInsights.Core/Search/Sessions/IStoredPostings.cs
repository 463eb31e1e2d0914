using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>A part of the posting list of a term, in the format of a store. It is decoded after reading, perhaps on another thread.</summary>
public interface IStoredPostings
{
    int Bytes { get; }

    /// <summary>Decodes the documents after the given one.</summary>
    /// <exception cref="InvalidDataException">The part is damaged. Other exceptions of reading beyond the end of data mean the same.</exception>
    void Decode(int after, PostingListBuilder into);
}
