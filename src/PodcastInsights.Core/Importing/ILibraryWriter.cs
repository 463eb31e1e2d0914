using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Importing.Relating;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Importing;

/// <summary>What the files of an episode hold: its editions, the default one first.</summary>
/// <param name="ContentHash">Of all that the stored episode is made from; equal means nothing to do.</param>
public sealed record ImportedEpisode(EpisodeSlug Slug, string ContentHash, IReadOnlyList<Edition> Editions)
{
    public IReadOnlyList<SourceFile> Files { get; init; } = [];

    public IReadOnlyList<Recording> Recordings { get; init; } = [];
}

/// <summary>What an import must know of an episode that is stored.</summary>
/// <param name="Files">As they were last seen.</param>
/// <param name="Sources">The files of its editions.</param>
/// <param name="Cast">Null where the episode was stored before there was one; its hash is then empty, so that it is read again.</param>
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

/// <summary>Files of one name in which no format found an episode, so that they need not be read again while they stay as they are.</summary>
/// <param name="Slug">Of the episode that they would be.</param>
/// <param name="ContentHash">Of them and of the parser that looked at them.</param>
/// <param name="Files">As they were last seen.</param>
/// <param name="Skipped">Why each is none.</param>
public sealed record PassedOverFiles(
    EpisodeSlug Slug, string ContentHash, IReadOnlyList<SourceFile> Files, IReadOnlyList<SkippedFile> Skipped);

/// <summary>The port by which an import changes a store.</summary>
public interface ILibraryWriter
{
    /// <summary>Changes nothing yet, and keeps no one else from writing.</summary>
    Task<IImportSession> BeginAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Takes the turn to import for as long as this process lives, so that of several over one store one imports and the others follow. It is a
    /// matter of work alone: two that imported at once would write the same in turns.
    /// </summary>
    /// <returns>Null while another process has it.</returns>
    Task<IImportTurn?> TryTakeTurnAsync(CancellationToken cancellationToken);
}

/// <summary>The turn to import. Given up when it is disposed of, when the process ends or when the store loses the process.</summary>
public interface IImportTurn : IAsyncDisposable
{
    /// <summary>Whether it is still this process's.</summary>
    Task<bool> IsHeldAsync(CancellationToken cancellationToken);
}

/// <summary>
/// One import into a store. Changes are gathered in a transaction that begins with the first of them: nobody else sees them before
/// <see cref="CommitAsync"/>, and other writers wait as long. What is not committed when the session is disposed of, or when the process
/// ends, is as if it had never been. One call at a time.
/// </summary>
/// <remarks>
/// A call that throws has undone all that was not committed; the session goes on with a new transaction. Beside what is cancelled, an engine throws what its
/// store is to be mended by, in an exception of its own.
/// </remarks>
public interface IImportSession : IAsyncDisposable
{
    /// <summary>
    /// Deletes what is kept of the words of turns that were changed or removed, and keeps none of what this session changes. Called before
    /// any change; where nothing was kept, readers see none.
    /// </summary>
    Task KeepNoEarlierWordsAsync(CancellationToken cancellationToken);

    /// <summary>All episodes, as they were committed.</summary>
    Task<IReadOnlyList<StoredEpisode>> StoredEpisodesAsync(CancellationToken cancellationToken);

    /// <summary>All files that were passed over, as they were committed.</summary>
    Task<IReadOnlyList<PassedOverFiles>> PassedOverAsync(CancellationToken cancellationToken);

    /// <summary>Keeps them in the place of those with the same slug. Readers see no change.</summary>
    Task PassOverAsync(PassedOverFiles files, CancellationToken cancellationToken);

    /// <summary>Does nothing where none are kept for that slug. Readers see no change.</summary>
    Task ForgetPassedOverAsync(EpisodeSlug slug, CancellationToken cancellationToken);

    /// <summary>Puts the episode, with all that is read and searched of it, in the place of the one with its slug.</summary>
    Task WriteAsync(EpisodeRecord episode, CancellationToken cancellationToken);

    /// <summary>Does nothing where there is no such episode.</summary>
    Task RemoveAsync(EpisodeSlug slug, CancellationToken cancellationToken);

    /// <summary>Puts other people behind the names of a stored episode, wherever it is read or searched. Does nothing where there is no such episode.</summary>
    /// <param name="people">Made of the episode's stored cast.</param>
    Task AssignPeopleAsync(EpisodeSlug slug, PeopleRecord people, CancellationToken cancellationToken);

    /// <summary>Gives a stored episode these recordings in the place of those it had. Does nothing where there is no such episode.</summary>
    Task AssignRecordingsAsync(EpisodeSlug slug, IReadOnlyList<Recording> recordings, CancellationToken cancellationToken);

    /// <summary>Whether the relatives of some committed episode have not been worked out since it was written.</summary>
    Task<bool> HasUnrelatedAsync(CancellationToken cancellationToken);

    /// <summary>What all episodes are about, as they were committed.</summary>
    Task<IReadOnlyList<StoredSubject>> SubjectsAsync(CancellationToken cancellationToken);

    /// <summary>Gives a stored episode these relatives in the place of those it had. Does nothing where there is no such episode.</summary>
    Task RelateAsync(EpisodeSlug slug, IReadOnlyList<Relative> relatives, CancellationToken cancellationToken);

    /// <summary>Keeps that the files of a stored episode were seen in another state with the same bytes. Readers see no change.</summary>
    Task NoteFilesAsync(EpisodeSlug slug, IReadOnlyList<SourceFile> files, CancellationToken cancellationToken);

    /// <summary>The <see cref="StoredFileReport.Stamp"/> of every report that is kept, by path, as they were committed.</summary>
    Task<IReadOnlyDictionary<string, string>> FileReportsAsync(CancellationToken cancellationToken);

    /// <summary>Keeps the reports in the place of those of the same files. Readers of the library see no change.</summary>
    Task ReportFilesAsync(IReadOnlyCollection<StoredFileReport> files, CancellationToken cancellationToken);

    /// <summary>Keeps no reports of the files any more.</summary>
    Task ForgetFileReportsAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken);

    /// <summary>Keeps what came of this import, with the counts of all reports that are kept.</summary>
    Task ReportImportAsync(ImportReport report, DateTime endedAt, CancellationToken cancellationToken);

    /// <summary>Shows to all what was changed, in one step, and keeps it.</summary>
    Task CommitAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Commits, then does what pays only in bulk, such as merging an index. Called at the end of every import; does nothing more where
    /// nothing has changed since it was last called, by whichever session.
    /// </summary>
    Task CompleteAsync(CancellationToken cancellationToken);
}
