using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>One episode's files as they lie in the folder, the default edition first.</summary>
public sealed record EpisodeFiles(EpisodeSlug Slug, IReadOnlyList<LibraryFile> Files, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Finds the transcript files below a folder and groups them into episodes.</summary>
public static class LibraryFolder
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".md", ".markdown", ".txt", ".vtt", ".srt", ".json", ".html", ".htm",
    };

    /// <summary>Hidden files and folders are left out, as are links, which can lead out of the folder or round in a circle.</summary>
    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<EpisodeFiles> Episodes(string folder)
    {
        var root = Path.GetFullPath(folder);
        if (!Directory.Exists(root))
        {
            throw new DirectoryNotFoundException($"The library folder '{root}' does not exist.");
        }

        var taken = new HashSet<EpisodeSlug>();
        var episodes = new List<EpisodeFiles>();
        var files = Directory.EnumerateFiles(root, "*", Below)
            .Where(path => Extensions.Contains(Path.GetExtension(path)))
            .Select(path => LibraryFile.Of(root, path))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        var alternates = AlternatesFile.ReadAll(files.Select(file => Path.GetDirectoryName(file.FullPath)!).Distinct(StringComparer.Ordinal));
        var groups = files.GroupBy(file => alternates.GetValueOrDefault(file.FullPath) is { } first ? LibraryFile.Of(root, first).EpisodeKey : file.EpisodeKey);
        foreach (var group in groups)
        {
            var editions = group.ToList();
            var slug = EpisodeSlug.From(editions[0].Name);
            var diagnostics = new List<Diagnostic>();
            if (!taken.Add(slug))
            {
                var wanted = slug;
                slug = Distinct(editions[0], taken);
                diagnostics.Add(new Diagnostic(
                    DiagnosticSeverity.Warning, "library.slug-taken", editions[0].Path, 0, $"Another file already has the address '{wanted}'; this one is at '{slug}'."));
            }

            episodes.Add(new EpisodeFiles(slug, editions, diagnostics));
        }

        return episodes;
    }

    /// <summary>With its folder in front; numbered where that is taken too.</summary>
    private static EpisodeSlug Distinct(LibraryFile file, HashSet<EpisodeSlug> taken)
    {
        var name = $"{Path.GetDirectoryName(file.Path)} {file.Name}";
        var slug = EpisodeSlug.From(name);
        for (var number = 2; !taken.Add(slug); number++)
        {
            slug = EpisodeSlug.From($"{file.Name} {number}");
        }

        return slug;
    }
}
