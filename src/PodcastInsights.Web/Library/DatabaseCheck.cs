using PodcastInsights.Storage.Sqlite;

namespace PodcastInsights.Web.Library;

/// <summary>
/// Looks at the database before the first request: one that cannot be used is set aside, or ends the start with a reason.
/// </summary>
public sealed partial class DatabaseCheck(SqliteDatabase database, TimeProvider clock, ILogger<DatabaseCheck> logger) : IHostedService
{
    /// <exception cref="UnusableDatabaseException">The file is of a later version, or none can be made there.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await database.EnsureUsableAsync(clock, cancellationToken) is { } moved)
        {
            Log.SetAside(logger, moved.Reason.Message, moved.Path);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Reason} It was moved to {Path}, and a new database is made from the folder of transcripts")]
        public static partial void SetAside(ILogger logger, string reason, string path);
    }
}
