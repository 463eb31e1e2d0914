using System.Threading.Channels;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Web.Library;

/// <summary>
/// Signals that a file read by an import has changed in a folder or below. Which file is left to the import. Uses file system events; where
/// there are none, as on network shares, or no more, as after an unmount, polling of names, sizes and times detects changes too.
/// </summary>
internal sealed class FolderWatch : IDisposable
{
    /// <summary>Longest wait for a folder to come to rest.</summary>
    private static readonly TimeSpan LongestSettling = TimeSpan.FromSeconds(5);

    // One pending signal is enough, because an import reads the whole folder.
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
    /// <param name="pollEvery">Zero for events only.</param>
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

    /// <summary>False where the system provides no events; then only polling detects changes.</summary>
    public bool HasEvents { get; private set; }

    /// <summary>Waits for a change, and then until there were no more changes for <paramref name="settling"/>.</summary>
    public async Task NextChangeAsync(TimeSpan settling, CancellationToken cancellationToken)
    {
        await signals.Reader.ReadAsync(cancellationToken);
        var began = clock.GetTimestamp();
        do
        {
            // Editors and copy programs write a file in several steps.
            await Task.Delay(settling, clock, cancellationToken);
        }
        while (signals.Reader.TryRead(out _) && clock.GetElapsedTime(began) < LongestSettling);

        // Updates the stamp, so that the next poll does not signal this change again.
        _ = polls && HasChanged();
    }

    /// <summary>Signals without a change, as after a failed import.</summary>
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

    /// <summary>Whether the folder has changed since the last call.</summary>
    private bool HasChanged()
    {
        if (Stamp() is not { } now || (Interlocked.Exchange(ref stamp, now) is var before && before == now))
        {
            return false;
        }

        // The watchers belong to a folder that was deleted, so they are made again.
        if (before.Length == 0)
        {
            HasEvents = TryArm();
        }

        return true;
    }

    /// <summary>Null where the folder disappeared meanwhile; the next poll will tell.</summary>
    private string? Stamp()
    {
        try
        {
            return FolderStamp.Of(folder);
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
                // Two watchers, because a deleted name does not tell whether it was a folder.
                watchers =
                [
                    Armed(NotifyFilters.DirectoryName, _ => true),
                    Armed(NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size, LibraryFolder.IsRead),
                ];
                return true;
            }
            catch (Exception error) when (error is IOException or ArgumentException)
            {
                // The system's limit of watches is reached, or there is no folder.
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

        // A buffer overflow is a change too.
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
