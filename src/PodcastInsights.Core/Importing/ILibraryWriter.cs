using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Importing.Relating;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Importing;

/// <summary>The parsed files of one episode: its editions, the default one first.</summary>
/// <param name="ContentHash">Hash of everything that the stored episode is made from. When it is unchanged, the episode is not written again.</param>
public sealed record ImportedEpisode(EpisodeSlug Slug, string ContentHash, IReadOnlyList<Edition> Editions)
{
    public IReadOnlyList<SourceFile> Files { get; init; } = [];

    public IReadOnlyList<Recording> Recordings { get; init; } = [];
}

/// <summary>What an import needs to know of a stored episode.</summary>
/// <param name="Files">The files as the previous import saw them.</param>
/// <param name="Sources">The files that are its editions.</param>
/// <param name="Cast">Null where the episode was stored by a version without casts; its hash is then empty, so that it is read again.</param>
/// <param name="People">The <see cref="PeopleRecord.Stamp"/> of its people.</param>
public sealed record StoredEpisode(
    EpisodeSlug Slug,
    string ContentHash,
    IReadOnlyList<SourceFile> Files,
    IReadOnlyList<EpisodeSource> Sources,
    EpisodeCast? Cast,
    string People)
{
    public IReadOnlyList<Recording> Recordings { get; init; } = [];
}

/// <summary>Files with one name in which no format found an episode. They are not read again while they do not change.</summary>
/// <param name="Slug">The slug that the episode would have.</param>
/// <param name="ContentHash">Hash of the files and of the parser's version.</param>
/// <param name="Files">The files as the previous import saw them.</param>
/// <param name="Skipped">The reason for each file.</param>
public sealed record PassedOverFiles(
    EpisodeSlug Slug, string ContentHash, IReadOnlyList<SourceFile> Files, IReadOnlyList<SkippedFile> Skipped);

/// <summary>The port for changing a store.</summary>
public interface ILibraryWriter
{
    /// <summary>Begins an import. Changes nothing yet and takes no lock.</summary>
    Task<IImportSession> BeginAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Takes the lock that lets one of several processes over the same store import while the others follow. It saves work and is not
    /// needed for correctness: two imports at once would write the same data alternately.
    /// </summary>
    /// <returns>Null while another process holds the lock.</returns>
    Task<IImportTurn?> TryTakeTurnAsync(CancellationToken cancellationToken);
}

/// <summary>
/// The lock for importing. It is released when this object is disposed, when the process ends, or when the connection to the store is lost.
/// </summary>
public interface IImportTurn : IAsyncDisposable
{
    /// <summary>Whether this process still holds the lock.</summary>
    Task<bool> IsHeldAsync(CancellationToken cancellationToken);
}

/// <summary>
/// One import into a store. Changes are gathered in a transaction, which begins with the first change: nobody sees them before
/// <see cref="CommitAsync"/>, and other writers wait for it. What is not committed when the session is disposed or the process ends is
/// discarded. Not thread-safe.
/// </summary>
/// <remarks>
/// A call that throws has rolled back everything that was not committed; the session continues with a new transaction. Apart from
/// cancellation, an engine throws an exception of its own type that says how the store can be repaired.
/// </remarks>
public interface IImportSession : IAsyncDisposable
{
    /// <summary>
    /// Deletes the stored earlier words of changed or removed turns, and stores none for the changes of this session. Must be called before
    /// any change. Readers see no new version where nothing was stored.
    /// </summary>
    Task KeepNoEarlierWordsAsync(CancellationToken cancellationToken);

    /// <summary>All episodes, as last committed.</summary>
    Task<IReadOnlyList<StoredEpisode>> StoredEpisodesAsync(CancellationToken cancellationToken);

    /// <summary>All files that were passed over, as last committed.</summary>
    Task<IReadOnlyList<PassedOverFiles>> PassedOverAsync(CancellationToken cancellationToken);

    /// <summary>Stores the files, replacing those with the same slug. Readers see no change.</summary>
    Task PassOverAsync(PassedOverFiles files, CancellationToken cancellationToken);

    /// <summary>Deletes the files stored for this slug, if any. Readers see no change.</summary>
    Task ForgetPassedOverAsync(EpisodeSlug slug, CancellationToken cancellationToken);

    /// <summary>Writes the episode with everything that is read and searched of it, replacing the one with the same slug.</summary>
    Task WriteAsync(EpisodeRecord episode, CancellationToken cancellationToken);

    /// <summary>Deletes the episode, if there is one.</summary>
    Task RemoveAsync(EpisodeSlug slug, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces the people behind the names of a stored episode, wherever it is read or searched. Does nothing where there is no such
    /// episode.
    /// </summary>
    /// <param name="people">Made from the episode's stored cast.</param>
    Task AssignPeopleAsync(EpisodeSlug slug, PeopleRecord people, CancellationToken cancellationToken);

    /// <summary>Replaces the recordings of a stored episode. Does nothing where there is no such episode.</summary>
    Task AssignRecordingsAsync(EpisodeSlug slug, IReadOnlyList<Recording> recordings, CancellationToken cancellationToken);

    /// <summary>Whether there is a committed episode whose relatives have not been worked out since it was written.</summary>
    Task<bool> HasUnrelatedAsync(CancellationToken cancellationToken);

    /// <summary>The subjects of all episodes, as last committed.</summary>
    Task<IReadOnlyList<StoredSubject>> SubjectsAsync(CancellationToken cancellationToken);

    /// <summary>Replaces the relatives of a stored episode. Does nothing where there is no such episode.</summary>
    Task RelateAsync(EpisodeSlug slug, IReadOnlyList<Relative> relatives, CancellationToken cancellationToken);

    /// <summary>Stores new file states of an episode whose content is unchanged. Readers see no change.</summary>
    Task NoteFilesAsync(EpisodeSlug slug, IReadOnlyList<SourceFile> files, CancellationToken cancellationToken);

    /// <summary>The <see cref="StoredFileReport.Stamp"/> of every stored report, by path, as last committed.</summary>
    Task<IReadOnlyDictionary<string, string>> FileReportsAsync(CancellationToken cancellationToken);

    /// <summary>Stores reports, replacing those of the same files. Readers of the library see no change.</summary>
    Task ReportFilesAsync(IReadOnlyCollection<StoredFileReport> files, CancellationToken cancellationToken);

    /// <summary>Deletes the reports of these files.</summary>
    Task ForgetFileReportsAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken);

    /// <summary>Stores the summary of this import, with counts over all stored reports.</summary>
    Task ReportImportAsync(ImportReport report, DateTime endedAt, CancellationToken cancellationToken);

    /// <summary>Commits the changes: all readers see them at once.</summary>
    Task CommitAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Commits, then does the work that is done in bulk, such as merging the index. Called at the end of every import. Where nothing has
    /// changed since its last call, by any session, it only commits.
    /// </summary>
    Task CompleteAsync(CancellationToken cancellationToken);
}
