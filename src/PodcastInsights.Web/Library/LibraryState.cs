using PodcastInsights.Core.Importing;

namespace PodcastInsights.Web.Library;

/// <summary>The last import that ended.</summary>
/// <param name="Report">Null where it failed as a whole.</param>
/// <param name="Failure">Why it failed, without the machine's paths; null where it did not.</param>
public sealed record LastImport(DateTimeOffset EndedAt, ImportReport? Report, string? Failure);

/// <summary>How the reading of the folder of transcripts stands.</summary>
public sealed class LibraryState
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource prepared = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LastImport? last;
    private ImportUnderWay? underWay;

    /// <summary>False until the first import is done, by this process or by another one that this one follows; pages then show what earlier runs have left.</summary>
    public bool IsReady => ready.Task.IsCompleted;

    /// <summary>
    /// Whether the first import is done and searching is prepared. Until then pages leave out what they would wait for, so they are not kept.
    /// </summary>
    public bool IsSettled => IsReady && prepared.Task.IsCompleted;

    /// <summary>Ends when searching is prepared.</summary>
    public Task WhenPrepared => prepared.Task;

    /// <summary>Ends when the library is settled; see <see cref="IsSettled"/>.</summary>
    public Task WhenSettled => Task.WhenAll(ready.Task, prepared.Task);

    /// <summary>Null before the first has ended.</summary>
    public LastImport? Last => Volatile.Read(ref last);

    /// <summary>How far the import is that runs; null where none does.</summary>
    public ImportUnderWay? UnderWay => Volatile.Read(ref underWay);

    /// <summary>Whether another process imports into the same store, and this one follows.</summary>
    public bool IsFollowing { get; private set; }

    public void Follows() => IsFollowing = true;

    /// <summary>The store holds an import that has come to its end, and is shared with others: the library is ready.</summary>
    public void IsImportedBefore() => ready.TrySetResult();

    /// <summary>What searching needs has been read, or could not be: whoever asks for it waits no longer than for any other answer.</summary>
    public void IsPrepared() => prepared.TrySetResult();

    public void GoesOn(ImportUnderWay now) => Volatile.Write(ref underWay, now);

    /// <summary>Takes the import as the last one; one that did not fail as a whole makes the library ready.</summary>
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
