using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>Finds the catalogues of a library folder; see <see cref="Catalogue"/>.</summary>
internal static class CatalogueFiles
{
    /// <summary>Reads the catalogues and removes them from <paramref name="found"/>.</summary>
    /// <param name="found">Sizes of files by full path.</param>
    /// <returns>What catalogues say, by the full path of the file that they describe.</returns>
    public static Dictionary<string, CatalogueEntry> Take(
        string root, Dictionary<string, long> found, List<SkippedFile> skipped, List<Diagnostic> problems)
    {
        var transcripts = found.Keys.Where(path => FileKind.TranscriptExtensions.Contains(Path.GetExtension(path)))
            .ToHashSet(StringComparer.Ordinal);
        var catalogued = new Dictionary<string, CatalogueEntry>(StringComparer.Ordinal);

        // The nearest catalogue wins: those in deeper folders come first.
        var candidates = found.Keys.Where(path => Catalogue.IsNamed(Path.GetFileName(path)))
            .OrderByDescending(path => path.Count(character => character == Path.DirectorySeparatorChar))
            .ThenBy(path => path, StringComparer.Ordinal)
            .ToList();
        foreach (var path in candidates)
        {
            var entries = Catalogue.Read(root, path, transcripts, problems);
            foreach (var (file, entry) in entries ?? [])
            {
                catalogued.TryAdd(file, entry);
            }

            if (entries is not null || !transcripts.Contains(path))
            {
                found.Remove(path);
                skipped.Add(new SkippedFile(FolderEntries.Relative(root, path), entries is null ? SkipReason.OtherKind : SkipReason.Catalogue));
            }
        }

        return catalogued;
    }
}
