using System.Threading.Channels;

namespace PodcastInsights.Web.Library;

/// <summary>Tells that something in a folder, or below it, has changed. It does not tell what: the import finds that by content.</summary>
public sealed class FolderWatch : IDisposable
{
    // One waiting signal is enough: an import reads the whole folder's state whatever the number of changes.
    private readonly Channel<bool> signals =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly FileSystemWatcher watcher;
    private readonly TimeProvider clock;

    /// <summary>Begins to watch at once.</summary>
    public FolderWatch(string folder, TimeProvider clock)
    {
        this.clock = clock;
        watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Changed += (_, _) => Signal();
        watcher.Created += (_, _) => Signal();
        watcher.Deleted += (_, _) => Signal();
        watcher.Renamed += (_, _) => Signal();

        // Too many changes for the system's buffer are a change like any other.
        watcher.Error += (_, _) => Signal();
        watcher.EnableRaisingEvents = true;
    }

    /// <summary>Waits for a change, and then until nothing more has changed for <paramref name="settling"/>.</summary>
    public async Task NextChangeAsync(TimeSpan settling, CancellationToken cancellationToken)
    {
        await signals.Reader.ReadAsync(cancellationToken);
        do
        {
            // Editors and copies write a file in several steps; half a file is not worth reading.
            await Task.Delay(settling, clock, cancellationToken);
        }
        while (signals.Reader.TryRead(out _));
    }

    public void Dispose() => watcher.Dispose();

    private void Signal() => signals.Writer.TryWrite(true);
}
