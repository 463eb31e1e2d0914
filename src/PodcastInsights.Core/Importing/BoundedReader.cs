using System.Collections.Concurrent;
using System.Security.Cryptography;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>A file as an import reads it.</summary>
/// <param name="Bytes">How many were read.</param>
/// <param name="Digest">Of the bytes; empty where there are none to be had.</param>
public sealed record BoundedFile(TranscriptFile File, long Bytes, string Digest);

/// <summary>Reads files within <see cref="ImportLimits"/>. Whatever is wrong with one becomes a diagnostic that names it.</summary>
public sealed class BoundedReader(ImportLimits limits, TimeProvider clock)
{
    /// <summary>A file is whole when nobody has written into it for so long.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(100);

    /// <summary>A file that never rests is left for the next import.</summary>
    private const int MostTries = 10;

    // Contents on which the parser was given up in this process: it may be at them still, and would be again at every import.
    private readonly ConcurrentDictionary<string, bool> abandoned = [];

    /// <returns>Null where the bytes are not to be had.</returns>
    public async Task<string?> DigestAsync(LibraryFile file, CancellationToken cancellationToken) =>
        await BytesAsync(file, cancellationToken) is ({ } bytes, _) ? DigestOf(bytes) : null;

    /// <summary>
    /// Reads and understands the file. A parser cannot be stopped from outside, so one that takes too long is left to itself on a
    /// thread of its own, which ends with it or with the process, and the same bytes are not tried again.
    /// </summary>
    public async Task<BoundedFile> ReadAsync(LibraryFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (bytes, problem) = await BytesAsync(file, cancellationToken);
        if (bytes is null)
        {
            return new BoundedFile(Without(file, problem!), 0, "");
        }

        var digest = DigestOf(bytes);
        if (abandoned.ContainsKey(digest))
        {
            return new BoundedFile(Without(file, TooSlow(file)), bytes.Length, digest);
        }

        var parsing = Task.Factory.StartNew(
            () => Understand(file, bytes), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            return new BoundedFile(await parsing.WaitAsync(limits.FileTime, clock, cancellationToken), bytes.Length, digest);
        }
        catch (TimeoutException)
        {
            abandoned.TryAdd(digest, true);
            return new BoundedFile(Without(file, TooSlow(file)), bytes.Length, digest);
        }
    }

    private async Task<(byte[]? Bytes, Diagnostic? Problem)> BytesAsync(LibraryFile file, CancellationToken cancellationToken)
    {
        try
        {
            for (var i = 0; i < MostTries; i++)
            {
                var state = FileState.Of(file.FullPath);
                if (state.Length > limits.FileBytes)
                {
                    return (null, TooLarge(file, state.Length));
                }

                // What was changed this moment is being written, perhaps in several steps. A time in the future says nothing.
                var age = clock.GetUtcNow().UtcDateTime - state.ChangedAt;
                if (age >= TimeSpan.Zero && age < Rest)
                {
                    await Task.Delay(Rest - age, clock, cancellationToken);
                    state = FileState.Of(file.FullPath);
                }

                if (state.Length <= limits.FileBytes && await StableFile.ReadAsync(file.FullPath, state, cancellationToken) is { } bytes)
                {
                    return (bytes, null);
                }
            }

            return (null, Problem(
                "file.changing", file, "The file changed each time that it was read; it is read again when its change is told."));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Where the library lies is nobody's business who reads the report on a page.
            return (null, Problem("file.unreadable", file, exception.Message.Replace(file.FullPath, file.Path, StringComparison.Ordinal)));
        }
    }

    /// <summary>A fault of the parser must cost one file, not the library.</summary>
    private TranscriptFile Understand(LibraryFile file, byte[] bytes)
    {
        try
        {
            return TranscriptFile.Read(file, bytes, limits);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            var problem = Problem(
                "file.parser-fault", file, "The parser failed on this file, which is a fault of the parser; please report it.");
            return Without(file, problem) with { Fault = fault };
        }
    }

    private Diagnostic TooLarge(LibraryFile file, long length) => Problem(
        "file.too-large", file, $"The file has {length} bytes and may have {limits.FileBytes} (Import:FileMegabytes); it was not read.");

    private Diagnostic TooSlow(LibraryFile file) => Problem(
        "file.too-slow",
        file,
        $"The file was not understood within {limits.FileTime.TotalSeconds:0.###} s (Import:FileSeconds); "
        + "it is tried again when it changes or the program starts anew.");

    private static string DigestOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static TranscriptFile Without(LibraryFile file, Diagnostic problem) => new(file.Path, null, [], [problem]);

    private static Diagnostic Problem(string code, LibraryFile file, FormattableString message) =>
        Problem(code, file, FormattableString.Invariant(message));

    private static Diagnostic Problem(string code, LibraryFile file, string message) =>
        new(DiagnosticSeverity.Error, code, file.Path, 0, message);
}
