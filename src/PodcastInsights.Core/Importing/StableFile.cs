namespace PodcastInsights.Core.Importing;

/// <summary>Reads a file as it is at one moment: what changes while it is read would be half of the old one and half of the new.</summary>
internal static class StableFile
{
    /// <param name="state">As it was when the reading began.</param>
    /// <returns>Null where the file was changed meanwhile.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be.</exception>
    public static async Task<byte[]?> ReadAsync(string path, FileState state, CancellationToken cancellationToken)
    {
        // Opening a pipe would wait for someone who writes into it. It has no length, as an empty file has none.
        if (state.Length == 0)
        {
            return FileState.Of(path) == state ? [] : null;
        }

        // Whoever writes the file meanwhile is not kept from it.
        await using var stream = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        var bytes = new byte[state.Length];
        var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return read == bytes.Length && FileState.Of(path) == state ? bytes : null;
    }
}
