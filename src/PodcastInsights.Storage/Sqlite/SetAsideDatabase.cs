using System.Globalization;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>A file that was moved out of the way, or what was left of one that is gone.</summary>
/// <param name="Path">Where it is now, such as <c>library.damaged-20310203-142530.db</c>.</param>
public sealed record SetAsideDatabase(UnusableDatabaseException Reason, string Path)
{
    /// <exception cref="UnusableDatabaseException">It cannot be moved.</exception>
    internal static SetAsideDatabase Move(UnusableDatabaseException reason, TimeProvider clock)
    {
        var path = reason.Path;
        var stamp = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var kind = reason.Problem is DatabaseProblem.Damaged or DatabaseProblem.Gone ? "damaged" : "foreign";
        var extension = System.IO.Path.GetExtension(path);
        var target = $"{path[..^extension.Length]}.{kind}-{stamp}{extension}";
        try
        {
            // The log first: without it the file is older, but without the file a log would be taken for the new one's.
            foreach (var suffix in new[] { "-wal", "-shm", "" })
            {
                if (File.Exists(path + suffix))
                {
                    File.Move(path + suffix, target + suffix);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UnusableDatabaseException(
                path, reason.Problem, $"{reason.Message} It could not be moved to {target}: {failure.Message}", failure);
        }

        return new SetAsideDatabase(reason, target);
    }
}
