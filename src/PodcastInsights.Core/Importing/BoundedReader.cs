using System.Collections.Concurrent;
using System.Security.Cryptography;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>Reads files within <see cref="ImportLimits"/>. Whatever is wrong with one becomes a diagnostic that names it.</summary>
internal sealed class BoundedReader(ImportLimits limits, TimeProvider clock)
{
    // Contents on which the parser was given up in this process: it may be at them still, and would be again at every import.
    private readonly ConcurrentDictionary<string, bool> abandoned = [];

    /// <returns>The bytes, or why there are none.</returns>
    public async Task<(byte[]? Bytes, Diagnostic? Problem)> BytesAsync(LibraryFile file, CancellationToken cancellationToken)
    {
        try
        {
            // Opening a pipe would wait for someone who writes into it. It has no length, as an empty file has none.
            var length = new FileInfo(file.FullPath).Length;
            if (length == 0)
            {
                return ([], null);
            }

            if (length > limits.FileBytes)
            {
                return (null, Problem("file.too-large", file, $"The file has {length} bytes and may have {limits.FileBytes} (Import:FileMegabytes); it was not read."));
            }

            return (await File.ReadAllBytesAsync(file.FullPath, cancellationToken), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Where the library lies is nobody's business who reads the report on a page.
            return (null, Problem("file.unreadable", file, exception.Message.Replace(file.FullPath, file.Path, StringComparison.Ordinal)));
        }
    }

    /// <summary>
    /// Understands the bytes. A parser cannot be stopped from outside, so one that takes too long is left to itself on a thread of its
    /// own, which ends with it or with the process, and the same bytes are not tried again.
    /// </summary>
    public async Task<TranscriptFile> ReadAsync(LibraryFile file, byte[] bytes, CancellationToken cancellationToken)
    {
        if (!abandoned.IsEmpty && abandoned.ContainsKey(KeyOf(bytes)))
        {
            return Without(file, TooSlow(file));
        }

        var parsing = Task.Factory.StartNew(() => Understand(file, bytes), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            var read = await parsing.WaitAsync(limits.FileTime, clock, cancellationToken);
            return read.Transcript is { } transcript && transcript.Turns.Count > limits.FileTurns
                ? Without(file, Problem("file.too-many-turns", file, $"The file has {transcript.Turns.Count} turns and may have {limits.FileTurns} (Import:FileTurns)."))
                : read;
        }
        catch (TimeoutException)
        {
            abandoned.TryAdd(KeyOf(bytes), true);
            return Without(file, TooSlow(file));
        }
    }

    /// <summary>A fault of the parser must cost one file, not the library.</summary>
    private static TranscriptFile Understand(LibraryFile file, byte[] bytes)
    {
        try
        {
            return TranscriptFile.Read(file, bytes);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return Without(file, Problem("file.parser-fault", file, $"The parser failed on this file, which is a fault of the parser ({fault.GetType().Name}: {fault.Message}); the command 'check' shows where."));
        }
    }

    private Diagnostic TooSlow(LibraryFile file) => Problem(
        "file.too-slow", file, $"The file was not understood within {limits.FileTime.TotalSeconds:0.###} s (Import:FileSeconds); it is tried again when it changes or the program starts anew.");

    private static string KeyOf(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));

    private static TranscriptFile Without(LibraryFile file, Diagnostic problem) => new(file.Path, null, [], [problem]);

    private static Diagnostic Problem(string code, LibraryFile file, FormattableString message) =>
        Problem(code, file, FormattableString.Invariant(message));

    private static Diagnostic Problem(string code, LibraryFile file, string message) => new(DiagnosticSeverity.Error, code, file.Path, 0, message);
}
