namespace PodcastInsights.Web.Fetching.Folders;

/// <summary>Writes files whole or not at all: beside their place first, under a name that an import passes over, and then moved there.</summary>
internal static class AtomicFile
{
    private const string Prefix = ".fetch-";
    private const string Ending = ".part";

    /// <param name="replace">Whether a file that is there may go.</param>
    /// <exception cref="IOException">There is a file already, or the disk cannot be written.</exception>
    public static async Task WriteAsync(string path, byte[] bytes, bool replace, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, $"{Prefix}{Guid.NewGuid():N}{Ending}");
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await file.WriteAsync(bytes, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, replace);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Removes what a fetch that was killed has left; none other is at work in the folder.</summary>
    public static void RemoveLeftovers(string folder)
    {
        foreach (var left in Directory.EnumerateFiles(folder, $"{Prefix}*{Ending}"))
        {
            File.Delete(left);
        }
    }
}
