using PodcastInsights.Core.Stores;

namespace PodcastInsights.Web.Library;

/// <summary>
/// What follows when the library's store turns out to be unusable while the program runs, whether a reader meets it or an import. A disk that does
/// not read may do so again, so that is logged and tried again by whoever comes next. A store that is damaged or gone stays so: it is moved
/// away and the program ends, as readers hold what is left of it and a new one cannot be begun beneath them. Whoever keeps the program
/// running starts it anew.
/// </summary>
public sealed partial class LibraryFailures(
    ILibraryStore store, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<LibraryFailures> logger)
{
    private static readonly TimeSpan SaidAgainAfter = TimeSpan.FromMinutes(1);

    private readonly Lock meeting = new();
    private LibraryProblem? said;
    private long saidAt;
    private bool ending;

    /// <summary>Takes note of the failure, and ends the program where only a new store helps. From any thread.</summary>
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
            LogLevel.Error, "{Reason} What cannot be read is answered 503, an import that cannot write fails, and both are tried again")]
        public static partial void Unusable(ILogger logger, string reason);

        [LoggerMessage(
            LogLevel.Critical,
            "{Reason} What is left of it is at {Place}; the program ends, and its next start makes a new one from the transcripts")]
        public static partial void SetAside(ILogger logger, string reason, string place);

        [LoggerMessage(LogLevel.Critical, "{Reason} The program ends")]
        public static partial void Immovable(ILogger logger, string reason);
    }
}
