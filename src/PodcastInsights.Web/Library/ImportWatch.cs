using PodcastInsights.Core.Importing;

namespace PodcastInsights.Web.Library;

/// <summary>Reports the progress of an import: to pages continuously, to the log from time to time.</summary>
internal sealed partial class ImportWatch(LibraryState state, TimeProvider clock, ILogger logger) : IProgress<ImportProgress>
{
    private static readonly TimeSpan SaidAgainAfter = TimeSpan.FromSeconds(10);

    private readonly Lock saying = new();
    private readonly long started = clock.GetTimestamp();
    private long saidAt = clock.GetTimestamp();

    public void Report(ImportProgress value)
    {
        lock (saying)
        {
            var now = new ImportUnderWay(
                value.Done, value.Total, ImportUnderWay.TimeLeft(value.Done, value.Total, clock.GetElapsedTime(started)));
            state.GoesOn(now);
            if (now.Left is { } left && clock.GetElapsedTime(saidAt) >= SaidAgainAfter)
            {
                saidAt = clock.GetTimestamp();
                Log.GoesOn(logger, now.Done, now.Total, left.TotalSeconds);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Done} of {Total} episodes processed, about {Seconds:0} s left")]
        public static partial void GoesOn(ILogger logger, int done, int total, double seconds);
    }
}
