using System.Globalization;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Moves a database file aside.</summary>
internal static class SetAsideFile
{
    /// <summary>Moves the file of the exception, with its write-ahead log, to a name beside it.</summary>
    /// <exception cref="UnusableLibraryException">It cannot be moved.</exception>
    public static SetAsideLibrary Move(UnusableLibraryException reason, TimeProvider clock)
    {
        var path = reason.Place;
        var stamp = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var kind = reason.Problem is LibraryProblem.Damaged or LibraryProblem.Gone ? "damaged" : "foreign";
        var extension = Path.GetExtension(path);
        var target = $"{path[..^extension.Length]}.{kind}-{stamp}{extension}";
        try
        {
            // The log is moved first: without its log the file is only older, but a log left behind would be applied to the new file.
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
            throw new UnusableLibraryException(
                path, reason.Problem, $"{reason.Message} It could not be moved to {target}: {failure.Message}", failure);
        }

        return new SetAsideLibrary(reason, target);
    }
}
