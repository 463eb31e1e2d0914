using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>
/// Reads the files beside transcripts that describe them: the catalogue, <c>speakers.yaml</c>, <c>.alternates</c>. A file that cannot be
/// read or parsed counts as absent, and an error says why.
/// </summary>
internal static class SideFile
{
    /// <summary>The largest size in bytes; a larger file is something else with the same name.</summary>
    private const long MaxBytes = 16L << 20;

    /// <summary>Attempts to read a file that is being written. Whoever watches the folder is notified of the change as well.</summary>
    private const int Tries = 5;

    /// <summary>Reads and parses the file; null where it is absent, empty or wrong.</summary>
    /// <param name="root">The library folder.</param>
    /// <param name="kind">First part of the code of the errors.</param>
    /// <param name="problems">Receives an error where something went wrong.</param>
    public static T? Read<T>(string root, string path, string kind, Func<string, T?> parse, List<Diagnostic> problems)
        where T : class
    {
        var shown = Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
        try
        {
            if (new FileInfo(path) is not { Exists: true, Length: > 0 } file)
            {
                return null;
            }

            if (file.Length > MaxBytes)
            {
                return Problem("too-large", 0, $"The file has {file.Length} bytes and may have {MaxBytes}; nothing in it was taken.");
            }

            if (BytesOf(path) is not { } bytes)
            {
                return Problem("changing", 0, "The file changed while it was read; it is taken when it rests.");
            }

            var (text, doubt) = DecodedText.Of(shown, bytes);
            if (doubt is not null)
            {
                problems.Add(doubt);
            }

            return text is null ? null : parse(text.TrimStart('\uFEFF'));
        }
        catch (SideFileException mistake)
        {
            return Problem("invalid", mistake.Line, $"{mistake.Message} Nothing in this file was taken.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Problem("unreadable", 0, exception.Message.Replace(path, shown, StringComparison.Ordinal));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return Problem("invalid", 0, "The file could not be understood. Nothing in it was taken.");
        }

        T? Problem(string what, int line, string message)
        {
            problems.Add(new Diagnostic(DiagnosticSeverity.Error, $"{kind}.{what}", shown, line, message));
            return null;
        }
    }

    private static byte[]? BytesOf(string path)
    {
        for (var i = 0; i < Tries; i++)
        {
            var state = FileState.Of(path);
            var bytes = File.ReadAllBytes(path);
            if (bytes.Length == state.Length && FileState.Of(path) == state)
            {
                return bytes;
            }
        }

        return null;
    }
}

/// <summary>A mistake in a file beside the transcripts. The message is for the owner of the library and names no types.</summary>
internal sealed class SideFileException(int line, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Line of the mistake, from 1; 0 where it is the whole file.</summary>
    public int Line { get; } = line;
}
