using PodcastInsights.Core.Stores;

namespace PodcastInsights.Web.Library;

/// <summary>
/// Handles failures of the store while the program runs, met by readers or an import. A transient failure, such as an unreadable disk, is
/// logged, and the next access tries again. A damaged or deleted store is moved aside and the program ends, because readers hold the old
/// files open and a new store cannot replace them. The service manager then restarts the program.
/// </summary>
internal sealed partial class LibraryFailures(
    ILibraryStore store, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<LibraryFailures> logger)
{
    private static readonly TimeSpan SaidAgainAfter = TimeSpan.FromMinutes(1);

    private readonly Lock meeting = new();
    private LibraryProblem? said;
    private long saidAt;
    private bool ending;

    /// <summary>Logs the failure, and stops the program where only a new store helps. Thread-safe.</summary>
    public void Met(UnusableLibraryException unusable)
    {
        ArgumentNullException.ThrowIfNull(unusable);
        lock (meeting)
        {
            if (ending)
            {
                return;
            }

            if (unusable.CanBeSetAside)
            {
                ending = true;
                End(unusable);
            }
            else if (said != unusable.Problem || clock.GetElapsedTime(saidAt) > SaidAgainAfter)
            {
                (said, saidAt) = (unusable.Problem, clock.GetTimestamp());
                Log.Unusable(logger, unusable.Message);
            }
        }
    }

    private void End(UnusableLibraryException unusable)
    {
        try
        {
            var moved = store.SetAside(unusable);
            Log.SetAside(logger, unusable.Message, moved.Place);
        }
        catch (UnusableLibraryException immovable)
        {
            Log.Immovable(logger, immovable.Message);
        }

        Environment.ExitCode = 1;
        lifetime.StopApplication();
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Error, "{Reason} Requests that need it are answered with 503, imports fail, and both are tried again")]
        public static partial void Unusable(ILogger logger, string reason);

        [LoggerMessage(
            LogLevel.Critical,
            "{Reason} What is left of it is at {Place}; the program ends, and its next start makes a new one from the transcripts")]
        public static partial void SetAside(ILogger logger, string reason, string place);

        [LoggerMessage(LogLevel.Critical, "{Reason} The program ends")]
        public static partial void Immovable(ILogger logger, string reason);
    }
}
