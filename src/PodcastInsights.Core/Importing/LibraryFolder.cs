using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>Finds the transcript files below a folder and groups them into episodes.</summary>
public static class LibraryFolder
{
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static LibraryListing List(string folder)
    {
        var root = Path.GetFullPath(folder);
        var skipped = new List<SkippedFile>();
        var unlisted = new List<Diagnostic>();
        var problems = new List<Diagnostic>();

        // File names that are not UTF-8 can decode to the same text. Such files cannot be opened; one diagnostic is enough.
        var found = FilesBelow(root, skipped, unlisted)
            .DistinctBy(file => file.FullName)
            .ToDictionary(file => file.FullName, FolderEntries.LengthOf, StringComparer.Ordinal);
        var catalogued = CatalogueFiles.Take(root, found, skipped, problems);
        var files = found.Keys
            .Select(path => LibraryFile.Of(root, path) with { Catalogued = catalogued.GetValueOrDefault(path) })
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        var folders = files.Select(file => Path.GetDirectoryName(file.FullPath)!).Distinct(StringComparer.Ordinal);
        var alternates = AlternatesFile.ReadAll(root, folders, problems);
        var slugs = new DistinctSlugs();
        var episodes = new List<EpisodeFiles>();
        foreach (var editions in files.GroupBy(file => Named(file).EpisodeKey).Select(static episode => episode.ToList()))
        {
            var slug = slugs.Of(editions[0], out var wanted);
            var diagnostics = new List<Diagnostic>();
            if (slug != wanted)
            {
                diagnostics.Add(new Diagnostic(
                    DiagnosticSeverity.Warning,
                    "library.slug-taken",
                    editions[0].Path,
                    0,
                    $"Another file already has the address '{wanted}'; this one is at '{slug}'."));
            }

            episodes.Add(new EpisodeFiles(slug, editions, editions.Sum(file => found[file.FullPath]), diagnostics));
        }

        return new LibraryListing(WithRecordings(root, episodes, skipped), skipped, unlisted, problems);

        // The file that gives the episode its name.
        LibraryFile Named(LibraryFile file) => alternates.GetValueOrDefault(file.FullPath) is { } first
            ? LibraryFile.Of(root, first)
            : file;
    }

    /// <summary>
    /// Whether an import reads a file with this name: a transcript, a catalogue or a settings file, and not an editor's temporary file.
    /// </summary>
    public static bool IsRead(string? fileName) => fileName is not null
        && (fileName is AlternatesFile.FileName or SpeakersFile.FileName
            || Catalogue.IsNamed(fileName)
            || FileKind.ReasonNotToRead(fileName, _ => false) is null);

    /// <summary>Adds recordings to the episodes and removes them from the skipped files.</summary>
    private static List<EpisodeFiles> WithRecordings(string root, List<EpisodeFiles> episodes, List<SkippedFile> skipped)
    {
        // Empty files are left out, and with them pipes and devices, which have no length.
        var playable = skipped.Where(file => file.Reason == SkipReason.Media && RecordingKind.Of(file.Path) is not null)
            .Select(file => LibraryFile.Of(root, Path.Combine(root, file.Path)))
            .Where(file => new FileInfo(file.FullPath) is { Exists: true, Length: > 0 })
            .ToList();
        var recordings = new RecordingFiles(playable, episodes);
        List<EpisodeFiles> heard = [.. episodes.Select(episode => episode with { Recordings = recordings.Of(episode) })];
        var taken = heard.SelectMany(episode => episode.Recordings).Select(recording => recording.Path).ToHashSet(StringComparer.Ordinal);
        skipped.RemoveAll(file => taken.Contains(file.Path));
        return heard;
    }

    /// <summary>Transcripts and possible catalogues.</summary>
    private static IEnumerable<FileInfo> FilesBelow(string root, List<SkippedFile> skipped, List<Diagnostic> unlisted)
    {
        var files = FolderEntries.Below(root, skipped, unlisted);
        var paths = files.Select(file => file.FullName).ToHashSet(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var isSetting = file.Name == AlternatesFile.FileName || file.FullName == Path.Combine(root, SpeakersFile.FileName);
            var reason = isSetting ? SkipReason.Settings
                : Catalogue.IsNamed(file.Name) ? null
                : FileKind.ReasonNotToRead(file.Name, name => paths.Contains(Path.Combine(file.DirectoryName!, name)));
            if (reason is { } known)
            {
                skipped.Add(new SkippedFile(FolderEntries.Relative(root, file.FullName), known));
            }
            else
            {
                yield return file;
            }
        }
    }
}
