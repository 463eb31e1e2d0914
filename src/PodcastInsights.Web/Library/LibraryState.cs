using PodcastInsights.Core.Importing;

namespace PodcastInsights.Web.Library;

/// <summary>The last import that ended.</summary>
/// <param name="Report">Null where it failed as a whole.</param>
/// <param name="Failure">Why it failed, without the machine's paths; null where it did not.</param>
internal sealed record LastImport(DateTimeOffset EndedAt, ImportReport? Report, string? Failure);

/// <summary>The state of the imports of this process, for pages, health checks and the status page. Thread-safe.</summary>
internal sealed class LibraryState
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource prepared = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LastImport? last;
    private ImportUnderWay? underWay;

    /// <summary>
    /// Whether the first import is done, by this process or by the one that it follows. Until then pages show the stored episodes of
    /// earlier runs.
    /// </summary>
    public bool IsReady => ready.Task.IsCompleted;

    /// <summary>
    /// Whether the first import is done and searching is prepared. Until then pages leave out what they would have to wait for, so their
    /// responses are not cached.
    /// </summary>
    public bool IsSettled => IsReady && prepared.Task.IsCompleted;

    /// <summary>Completes when searching is prepared.</summary>
    public Task WhenPrepared => prepared.Task;

    /// <summary>Completes when <see cref="IsSettled"/> becomes true.</summary>
    public Task WhenSettled => Task.WhenAll(ready.Task, prepared.Task);

    /// <summary>The last import that ended; null before the first.</summary>
    public LastImport? Last => Volatile.Read(ref last);

    /// <summary>Progress of the running import; null where none runs.</summary>
    public ImportUnderWay? UnderWay => Volatile.Read(ref underWay);

    /// <summary>Whether another process imports into the same store.</summary>
    public bool IsFollowing { get; private set; }

    public void Follows() => IsFollowing = true;

    /// <summary>Makes the library ready, because the shared store has a completed import.</summary>
    public void IsImportedBefore() => ready.TrySetResult();

    /// <summary>Ends the wait for searching. Called also where preparing it failed: then a search reports why.</summary>
    public void IsPrepared() => prepared.TrySetResult();

    public void GoesOn(ImportUnderWay now) => Volatile.Write(ref underWay, now);

    /// <summary>Records the end of an import. The library becomes ready unless the import failed as a whole.</summary>
    public void Ended(LastImport import)
    {
        ArgumentNullException.ThrowIfNull(import);
        IsFollowing = false;
        Volatile.Write(ref underWay, null);
        Volatile.Write(ref last, import);
        if (import.Report is not null)
        {
            ready.TrySetResult();
        }
    }
}
