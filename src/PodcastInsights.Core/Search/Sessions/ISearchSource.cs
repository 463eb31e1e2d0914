using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Spelling;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>
/// The port through which searching reads from a storage engine. Matching, ranking, caching and updating are done by
/// <see cref="LibrarySearch"/>.
/// </summary>
public interface ISearchSource
{
    /// <summary>Runs <paramref name="work"/> in a session.</summary>
    /// <param name="work">
    /// Reads only. Where a server is lost or does not answer, it is run again in another session, possibly while the first run goes on. It
    /// gets a session outside of a read transaction, and must leave it so.
    /// </param>
    Task<T> ReadAsync<T>(Func<ISearchSession, Task<T>> work, CancellationToken cancellationToken);
}

/// <summary>
/// Reads the index. All reads between <see cref="BeginAsync"/> and <see cref="EndAsync"/> see one version of the store. Not thread-safe. A
/// session that has thrown must not be used again.
/// </summary>
public interface ISearchSession
{
    /// <returns>The version that is read until the end.</returns>
    ValueTask<IndexState> BeginAsync(CancellationToken cancellationToken);

    ValueTask EndAsync(CancellationToken cancellationToken);

    /// <summary>All runs of documents, in the order of their ids.</summary>
    ValueTask<IReadOnlyList<DocumentRun>> RunsAsync(CancellationToken cancellationToken);

    /// <param name="runs">Some of the runs that <see cref="RunsAsync"/> gave.</param>
    /// <returns>Their contents, in the same order.</returns>
    IAsyncEnumerable<StoredRun> ReadAsync(IReadOnlyList<DocumentRun> runs, CancellationToken cancellationToken);

    /// <returns>For each request the wanted part of the list, at the same index.</returns>
    ValueTask<PostingList[]> PostingsAsync(IReadOnlyList<WantedPostings> wanted, CancellationToken cancellationToken);

    /// <returns>The passage for each key; null for a document that was removed.</returns>
    ValueTask<Passage?[]> PassagesAsync(IReadOnlyList<PassageKey> keys, CancellationToken cancellationToken);

    /// <param name="turns">Store ids of the turns.</param>
    /// <returns>Those that exist, in spoken order.</returns>
    ValueTask<IReadOnlyList<MatchedTurn>> TurnsAsync(IReadOnlyCollection<long> turns, CancellationToken cancellationToken);

    /// <summary>Reads a turn with the turns around it in the same edition; fewer at the ends of the episode.</summary>
    /// <param name="turn">Store id of the turn.</param>
    /// <returns>Null where there is no such turn.</returns>
    ValueTask<SpokenTurns?> TurnsAroundAsync(long turn, int before, int after, CancellationToken cancellationToken);

    /// <summary>All words of the index with their frequencies.</summary>
    ValueTask<IReadOnlyList<VocabularyWord>> VocabularyAsync(CancellationToken cancellationToken);
}

/// <param name="LastDocument">The greatest document id given so far.</param>
/// <param name="Completed">Changes when an import ends.</param>
/// <param name="IsImporting">Whether an import that changed the index is still running.</param>
public readonly record struct IndexState(StoreVersion Version, int LastDocument, long Completed, bool IsImporting);

/// <summary>A run: documents that were written together, with consecutive ids. Each run has greater ids than those before.</summary>
/// <param name="Stamp">Stamp of the transaction that wrote them. Runs with the same ids and different stamps are different.</param>
/// <param name="People">Increases when the speakers of the documents change and the documents do not.</param>
public readonly record struct DocumentRun(int First, int Last, string Stamp, long People);

/// <param name="EpisodeId">Store id; an episode that was removed and added again has another one.</param>
/// <param name="Documents">See <see cref="PackedDocuments"/>.</param>
/// <param name="Speakers">The people behind the names in the documents.</param>
public sealed record StoredRun(
    DocumentRun Run, long EpisodeId, SearchEpisode Episode, byte[] Documents, IReadOnlyList<SpeakerRow> Speakers);

/// <param name="After">Only documents after this one are wanted.</param>
public readonly record struct WantedPostings(PostingKey Key, int After);

/// <param name="Document">A document of the turn.</param>
/// <param name="Turn">The store's id of the turn.</param>
/// <param name="Paragraph">Paragraph of the turn, from 1.</param>
public readonly record struct PassageKey(int Document, long Turn, int Paragraph);

/// <param name="Text">The plain text.</param>
/// <param name="Edition">Language of the edition that has the turn; null where it is in the default one.</param>
public sealed record Passage(
    TurnId TurnId, string? Speaker, Timestamp? Start, string Text, string Language, string? Edition, Section? Section);
