using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>
/// The optional file <c>.alternates</c> beside transcripts: a line for each pair of files that hold one conversation in two languages,
/// their names parted by a tab. Lines that begin with <c>#</c> are comments.
/// </summary>
internal static class AlternatesFile
{
    public const string FileName = ".alternates";

    /// <summary>Pairs beyond it are no library's; what is larger is something else under this name.</summary>
    private const long MaxBytes = 4L << 20;

    /// <summary>For each file that is named, the first of its pair; full paths on both sides. What names no file is passed over.</summary>
    /// <param name="unread">Takes an error for each such file that cannot be read.</param>
    public static Dictionary<string, string> ReadAll(string root, IEnumerable<string> folders, List<Diagnostic> unread)
    {
        var firsts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            var path = Path.Combine(folder, FileName);
            foreach (var line in Lines(root, path, unread))
            {
                if (!line.StartsWith('#')
                    && line.Split('\t', StringSplitOptions.TrimEntries) is [{ Length: > 0 } left, { Length: > 0 } right])
                {
                    var first = Path.Combine(folder, string.CompareOrdinal(left, right) < 0 ? left : right);
                    firsts[Path.Combine(folder, left)] = first;
                    firsts[Path.Combine(folder, right)] = first;
                }
            }
        }

        return firsts;
    }

    private static string[] Lines(string root, string path, List<Diagnostic> unread)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > 0 and <= MaxBytes } ? File.ReadAllLines(path) : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            unread.Add(new Diagnostic(
                DiagnosticSeverity.Error,
                "alternates.unreadable",
                Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/'),
                0,
                exception.Message));
            return [];
        }
    }
}
