namespace PodcastInsights.Core.Importing;

/// <summary>Reads a file only if it does not change meanwhile, so that the bytes are not half old and half new.</summary>
internal static class StableFile
{
    /// <param name="state">State of the file when reading began.</param>
    /// <returns>Null where the file was changed meanwhile.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static async Task<byte[]?> ReadAsync(string path, FileState state, CancellationToken cancellationToken)
    {
        // Opening a pipe would block until someone writes into it. Its length is 0, as that of an empty file.
        if (state.Length == 0)
        {
            return FileState.Of(path) == state ? [] : null;
        }

        // Sharing allows other programs to write, rename and delete the file meanwhile.
        await using var stream = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        var bytes = new byte[state.Length];
        var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return read == bytes.Length && FileState.Of(path) == state ? bytes : null;
    }
}
