using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>
/// The optional file <c>.alternates</c> beside transcripts: a line for each pair of files that hold one conversation in two languages,
/// their names parted by a tab. Lines that begin with <c>#</c> are comments.
/// </summary>
internal static class AlternatesFile
{
    public const string FileName = ".alternates";

    /// <summary>Reads all such files. Lines that name no file of the library are ignored.</summary>
    /// <param name="problems">Takes an error for each such file that cannot be read.</param>
    public static Dictionary<string, string> ReadAll(string root, IEnumerable<string> folders, List<Diagnostic> problems)
    {
        var firsts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            foreach (var (left, right) in SideFile.Read(root, Path.Combine(folder, FileName), "alternates", Pairs, problems) ?? [])
            {
                var first = Path.Combine(folder, string.CompareOrdinal(left, right) < 0 ? left : right);
                firsts[Path.Combine(folder, left)] = first;
                firsts[Path.Combine(folder, right)] = first;
            }
        }

        return firsts;
    }

    private static List<(string Left, string Right)> Pairs(string text) =>
    [
        .. text.ReplaceLineEndings("\n").Split('\n')
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t', StringSplitOptions.TrimEntries))
            .Where(names => names is [{ Length: > 0 }, { Length: > 0 }])
            .Select(names => (names[0], names[1])),
    ];
}
