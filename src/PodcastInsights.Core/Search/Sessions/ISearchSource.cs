using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Spelling;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>
/// Where searching reads from: all that an engine of storage does for it. What is matched, ranked, kept in memory and brought up to date is
/// <see cref="LibrarySearch"/>'s.
/// </summary>
public interface ISearchSource
{
    /// <summary>Reads in a session of its own.</summary>
    /// <param name="work">
    /// Changes nothing in the store: where a server is lost or silent it is done again in another session, perhaps beside the first one. Takes
    /// a session that is not in the middle of reading, and leaves it so.
    /// </param>
    Task<T> ReadAsync<T>(Func<ISearchSession, Task<T>> work, CancellationToken cancellationToken);
}

/// <summary>
/// Reads what is searched, all between <see cref="BeginAsync"/> and <see cref="EndAsync"/> in one state of the store. Not for several
/// threads. One that has thrown is not used again.
/// </summary>
public interface ISearchSession
{
    /// <returns>The state that is read from here on.</returns>
    ValueTask<IndexState> BeginAsync(CancellationToken cancellationToken);

    ValueTask EndAsync(CancellationToken cancellationToken);

    /// <summary>All runs of documents, in the order of their ids.</summary>
    ValueTask<IReadOnlyList<DocumentRun>> RunsAsync(CancellationToken cancellationToken);

    /// <param name="runs">Of those that <see cref="RunsAsync"/> gave.</param>
    /// <returns>What is in them, in the same order.</returns>
    IAsyncEnumerable<StoredRun> ReadAsync(IReadOnlyList<DocumentRun> runs, CancellationToken cancellationToken);

    /// <returns>Of each that is wanted, the part of its list that is wanted; at the same index.</returns>
    ValueTask<PostingList[]> PostingsAsync(IReadOnlyList<WantedPostings> wanted, CancellationToken cancellationToken);

    /// <returns>At the index of each key; null for a document that is gone.</returns>
    ValueTask<Passage?[]> PassagesAsync(IReadOnlyList<PassageKey> keys, CancellationToken cancellationToken);

    /// <param name="turns">The store's ids.</param>
    /// <returns>Those that are there, in the order spoken.</returns>
    ValueTask<IReadOnlyList<MatchedTurn>> TurnsAsync(IReadOnlyCollection<long> turns, CancellationToken cancellationToken);

    /// <summary>A turn with so many turns around it, of the same edition; fewer at the ends of the episode.</summary>
    /// <param name="turn">The store's id.</param>
    /// <returns>Null where the turn is gone.</returns>
    ValueTask<SpokenTurns?> TurnsAroundAsync(long turn, int before, int after, CancellationToken cancellationToken);

    /// <summary>All words that the documents hold, and how often.</summary>
    ValueTask<IReadOnlyList<VocabularyWord>> VocabularyAsync(CancellationToken cancellationToken);
}

/// <param name="LastDocument">No id above it has been given.</param>
/// <param name="Completed">Changes when an import comes to its end.</param>
/// <param name="IsImporting">Whether an import has changed the index and not yet come to its end.</param>
public readonly record struct IndexState(StoreVersion Version, int LastDocument, long Completed, bool IsImporting);

/// <summary>Documents that were written together, without a gap between their ids. Ids rise with every run that is written.</summary>
/// <param name="Stamp">Of the transaction that wrote them: a run of the same ids with another stamp is another run.</param>
/// <param name="People">Rises where the documents stay and those who speak in them become others.</param>
public readonly record struct DocumentRun(int First, int Last, string Stamp, long People);

/// <param name="EpisodeId">The store's own; another for an episode that was removed and came again.</param>
/// <param name="Documents">See <see cref="PackedDocuments"/>.</param>
/// <param name="Speakers">Whose the names in the documents are.</param>
public sealed record StoredRun(
    DocumentRun Run, long EpisodeId, SearchEpisode Episode, byte[] Documents, IReadOnlyList<SpeakerRow> Speakers);

/// <param name="After">Only the documents after this one are wanted.</param>
public readonly record struct WantedPostings(PostingKey Key, int After);

/// <param name="Document">One that holds words of the turn.</param>
/// <param name="Turn">The store's id of the turn.</param>
/// <param name="Paragraph">Of the turn, from 1.</param>
public readonly record struct PassageKey(int Document, long Turn, int Paragraph);

/// <param name="Text">The words alone.</param>
/// <param name="Edition">Language of the edition that has the turn; null where it is in the default one.</param>
public sealed record Passage(
    TurnId TurnId, string? Speaker, Timestamp? Start, string Text, string Language, string? Edition, Section? Section);
