using System.Collections.Concurrent;
using System.Security.Cryptography;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>A file as an import reads it.</summary>
/// <param name="Bytes">How many were read.</param>
/// <param name="Source">Null where the bytes are not to be had.</param>
public sealed record BoundedFile(TranscriptFile File, long Bytes, SourceFile? Source);

/// <summary>Reads files within <see cref="ImportLimits"/>. Whatever is wrong with one becomes a diagnostic that names it.</summary>
public sealed class BoundedReader(ImportLimits limits, TimeProvider clock)
{
    /// <summary>A file is whole when nobody has written into it for so long.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(100);

    /// <summary>A file that never rests is left for the next import.</summary>
    private const int MostTries = 10;

    // Contents on which the parser was given up in this process: it may be at them still, and would be again at every import.
    private readonly ConcurrentDictionary<string, bool> abandoned = [];

    /// <summary>The file's digest, for which it is read only where its state is not that in which it was read before.</summary>
    /// <param name="before">As it was last seen; null where it never was.</param>
    /// <returns>Null where the bytes are not to be had.</returns>
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
    /// Reads and understands the file. A parser cannot be stopped from outside, so one that takes too long is left to itself on a
    /// thread of its own, which ends with it or with the process, and the same bytes are not tried again.
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
            // Why is told by the attempt to read it.
            return false;
        }
    }

    /// <param name="state">In which the bytes were read; it is kept only where it cannot stay the same while they change.</param>
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

                // What was changed this moment is being written, perhaps in several steps. A time in the future says nothing.
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
            // Where the library lies is nobody's business who reads the report on a page.
            return (
                null,
                default,
                Problem("file.unreadable", file, exception.Message.Replace(file.FullPath, file.Path, StringComparison.Ordinal)));
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

    private static TranscriptFile Without(LibraryFile file, Diagnostic problem) => new(file.Path, null, [], [problem]);

    private static Diagnostic Problem(string code, LibraryFile file, FormattableString message) =>
        Problem(code, file, FormattableString.Invariant(message));

    private static Diagnostic Problem(string code, LibraryFile file, string message) =>
        new(DiagnosticSeverity.Error, code, file.Path, 0, message);
}
