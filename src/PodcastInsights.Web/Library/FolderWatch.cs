using System.Threading.Channels;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Web.Library;

/// <summary>
/// Tells that something an import reads has changed in a folder or below it. It does not tell what: the import finds that by content. The
/// system's events tell at once; where there are none, as on network shares, or no longer, as when the folder was unmounted, a look at
/// names, sizes and times every now and then tells as well.
/// </summary>
public sealed class FolderWatch : IDisposable
{
    /// <summary>A folder that never comes to rest is read all the same.</summary>
    private static readonly TimeSpan LongestSettling = TimeSpan.FromSeconds(5);

    // One waiting signal is enough: an import reads the whole folder's state whatever the number of changes.
    private readonly Channel<bool> signals =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly string folder;
    private readonly TimeProvider clock;
    private readonly bool polls;
    private readonly ITimer? poll;
    private readonly Lock arming = new();
    private FileSystemWatcher[] watchers = [];
    private string stamp;
    private bool disposed;

    /// <summary>Begins to watch at once.</summary>
    /// <param name="pollEvery">Zero: the system's events alone.</param>
    public FolderWatch(string folder, TimeSpan pollEvery, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        this.folder = folder;
        this.clock = clock;
        polls = pollEvery > TimeSpan.Zero;
        stamp = polls ? Stamp() ?? "" : "";
        HasEvents = TryArm();
        poll = polls ? clock.CreateTimer(_ => Look(), null, pollEvery, pollEvery) : null;
    }

    /// <summary>False where the system has no watch to give; then only looking tells.</summary>
    public bool HasEvents { get; private set; }

    /// <summary>Waits for a change, and then until nothing more has changed for <paramref name="settling"/>.</summary>
    public async Task NextChangeAsync(TimeSpan settling, CancellationToken cancellationToken)
    {
        await signals.Reader.ReadAsync(cancellationToken);
        var began = clock.GetTimestamp();
        do
        {
            // Editors and copies write a file in several steps; half a file is not worth reading.
            await Task.Delay(settling, clock, cancellationToken);
        }
        while (signals.Reader.TryRead(out _) && clock.GetElapsedTime(began) < LongestSettling);

        // What is read now need not be told once more by the next look.
        _ = polls && HasChanged();
    }

    /// <summary>Has the folder read again, as after an import that failed.</summary>
    public void Signal() => signals.Writer.TryWrite(true);

    public void Dispose()
    {
        poll?.Dispose();
        lock (arming)
        {
            disposed = true;
            Disarm();
        }
    }

    private void Look()
    {
        if (HasChanged())
        {
            Signal();
        }
    }

    /// <summary>Whether the folder is another than when this was last asked.</summary>
    private bool HasChanged()
    {
        if (Stamp() is not { } now || (Interlocked.Exchange(ref stamp, now) is var before && before == now))
        {
            return false;
        }

        // Events of a folder that was gone belong to the one that is no longer there.
        if (before.Length == 0)
        {
            HasEvents = TryArm();
        }

        return true;
    }

    /// <summary>Null where the folder went away while it was looked at; the next look tells.</summary>
    private string? Stamp()
    {
        try
        {
            return LibraryFolder.StampOf(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private bool TryArm()
    {
        lock (arming)
        {
            Disarm();
            if (disposed)
            {
                return false;
            }

            try
            {
                // Two, since the name of something that is gone does not tell whether it was a folder.
                watchers =
                [
                    Armed(NotifyFilters.DirectoryName, _ => true),
                    Armed(NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size, LibraryFolder.IsRead),
                ];
                return true;
            }
            catch (Exception error) when (error is IOException or ArgumentException)
            {
                // The system allows only so many watches, or the folder is not there.
                Disarm();
                return false;
            }
        }
    }

    private FileSystemWatcher Armed(NotifyFilters filter, Func<string?, bool> matters)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, NotifyFilter = filter };
        void OnChange(object sender, FileSystemEventArgs change) => SignalIf(matters(Path.GetFileName(change.Name)));
        watcher.Changed += OnChange;
        watcher.Created += OnChange;
        watcher.Deleted += OnChange;
        watcher.Renamed += (_, change) => SignalIf(matters(Path.GetFileName(change.Name)) || matters(Path.GetFileName(change.OldName)));

        // Too many changes for the system's buffer are a change like any other.
        watcher.Error += (_, _) => Signal();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void SignalIf(bool matters)
    {
        if (matters)
        {
            Signal();
        }
    }

    private void Disarm()
    {
        foreach (var watcher in watchers)
        {
            watcher.Dispose();
        }

        watchers = [];
    }
}
