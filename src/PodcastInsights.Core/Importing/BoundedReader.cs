using System.Collections.Concurrent;
using System.Security.Cryptography;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>The result of reading one file.</summary>
/// <param name="Bytes">Number of bytes read.</param>
/// <param name="Source">Null where the file could not be read.</param>
public sealed record BoundedFile(TranscriptFile File, long Bytes, SourceFile? Source);

/// <summary>Reads files within <see cref="ImportLimits"/>. Whatever is wrong with one becomes a diagnostic that names it.</summary>
public sealed class BoundedReader(ImportLimits limits, TimeProvider clock)
{
    /// <summary>A file counts as completely written when it has not changed for this long.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(100);

    /// <summary>Tries before a file that keeps changing is left for the next import.</summary>
    private const int MostTries = 10;

    // Digests of contents whose parsing timed out in this process. The parser may still be running on them, and would time out again.
    private readonly ConcurrentDictionary<string, bool> abandoned = [];

    /// <summary>Gets the file's digest. The file is read only where its state differs from the last known one.</summary>
    /// <param name="before">The file as the previous import saw it; null where it is new.</param>
    /// <returns>Null where the file could not be read.</returns>
    public async Task<SourceFile?> LookAtAsync(LibraryFile file, SourceFile? before, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!limits.HashAll && before?.State is { } known && IsIn(known, file))
        {
            return before;
        }

        return await BytesAsync(file, cancellationToken) is { Bytes: { } bytes, State: var state } ? SourceOf(file, bytes, state) : null;
    }

    /// <summary>
    /// Reads and parses the file. A running parser cannot be cancelled, so one that exceeds the time limit is abandoned on a thread of its
    /// own, which ends when the parser returns or the process exits; the same bytes are not parsed again.
    /// </summary>
    public async Task<BoundedFile> ReadAsync(LibraryFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (bytes, state, problem) = await BytesAsync(file, cancellationToken);
        if (bytes is null)
        {
            return new BoundedFile(Without(file, problem!), 0, null);
        }

        var source = SourceOf(file, bytes, state);
        if (abandoned.ContainsKey(source.Digest))
        {
            return new BoundedFile(Without(file, TooSlow(file)), bytes.Length, source);
        }

        var parsing = Task.Factory.StartNew(
            () => Understand(file, bytes), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            return new BoundedFile(await parsing.WaitAsync(limits.FileTime, clock, cancellationToken), bytes.Length, source);
        }
        catch (TimeoutException)
        {
            abandoned.TryAdd(source.Digest, true);
            return new BoundedFile(Without(file, TooSlow(file)), bytes.Length, source);
        }
    }

    private static bool IsIn(FileState state, LibraryFile file)
    {
        try
        {
            return FileState.Of(file.FullPath) == state;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The attempt to read the file reports the reason.
            return false;
        }
    }

    /// <param name="state">
    /// State of the file when the bytes were read. It is stored only where a later change of the content must change the state.
    /// </param>
    private SourceFile SourceOf(LibraryFile file, byte[] bytes, FileState state) => new(
        file.Path,
        Convert.ToHexStringLower(SHA256.HashData(bytes)),
        state.IsOlderThan(clock.GetUtcNow().UtcDateTime) ? state : null);

    private async Task<(byte[]? Bytes, FileState State, Diagnostic? Problem)> BytesAsync(
        LibraryFile file, CancellationToken cancellationToken)
    {
        try
        {
            for (var i = 0; i < MostTries; i++)
            {
                var state = FileState.Of(file.FullPath);
                if (state.Length > limits.FileBytes)
                {
                    return (null, state, TooLarge(file, state.Length));
                }

                // A file changed just now may still be written to. A time in the future says nothing.
                var age = clock.GetUtcNow().UtcDateTime - state.ModifiedAt;
                if (age >= TimeSpan.Zero && age < Rest)
                {
                    await Task.Delay(Rest - age, clock, cancellationToken);
                    state = FileState.Of(file.FullPath);
                }

                if (state.Length <= limits.FileBytes && await StableFile.ReadAsync(file.FullPath, state, cancellationToken) is { } bytes)
                {
                    return (bytes, state, null);
                }
            }

            return (null, default, Problem(
                "file.changing", file, "The file changed each time that it was read; it is read again when its change is told."));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The message must not show the full path: reports are shown on a public page.
            return (
                null,
                default,
                Problem("file.unreadable", file, exception.Message.Replace(file.FullPath, file.Path, StringComparison.Ordinal)));
        }
    }

    /// <summary>An exception of the parser makes one file fail, not the import.</summary>
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

    private static TranscriptFile Without(LibraryFile file, Diagnostic problem) => new(file.Path, null, [], [problem]);

    private static Diagnostic Problem(string code, LibraryFile file, FormattableString message) =>
        Problem(code, file, FormattableString.Invariant(message));

    private static Diagnostic Problem(string code, LibraryFile file, string message) =>
        new(DiagnosticSeverity.Error, code, file.Path, 0, message);
}
