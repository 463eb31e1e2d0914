namespace PodcastInsights.Web.Fetching.Folders;

/// <summary>Writes files atomically: to a temporary name in the same folder, which imports ignore, and then renamed.</summary>
internal static class AtomicFile
{
    private const string Prefix = ".fetch-";
    private const string Ending = ".part";

    /// <param name="replace">Whether to replace an existing file.</param>
    /// <exception cref="IOException">The file exists, or the disk cannot be written.</exception>
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

    /// <summary>Removes temporary files of a killed fetch. No other fetch may be running in the folder.</summary>
    public static void RemoveLeftovers(string folder)
    {
        foreach (var left in Directory.EnumerateFiles(folder, $"{Prefix}*{Ending}"))
        {
            File.Delete(left);
        }
    }
}
