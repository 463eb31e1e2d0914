using PodcastInsights.Core.Transcripts.Metadata;

namespace PodcastInsights.Core.Importing;

/// <summary>A transcript file of the library folder.</summary>
/// <param name="Path">Relative to the folder, with forward slashes.</param>
/// <param name="Name">The episode's name: the file name without language and extension, or the folder's name where the file name is generic.</param>
/// <param name="Language">Language of the edition, as in <c>X.zh.md</c>; null where the file name has none.</param>
public sealed record LibraryFile(string FullPath, string Path, string Name, string? Language)
{
    /// <summary>The catalogue's entry for the file; null where there is none.</summary>
    internal CatalogueEntry? Catalogued { get; init; }

    /// <param name="folder">The library folder, as a full path.</param>
    public static LibraryFile Of(string folder, string fullPath)
    {
        var path = System.IO.Path.GetRelativePath(folder, fullPath).Replace(System.IO.Path.DirectorySeparatorChar, '/');
        var (name, language) = FileName.Of(path);
        return new LibraryFile(fullPath, path, name, language);
    }

    /// <summary>
    /// Key by which files are grouped into episodes: folder and name, compared by code points in normalisation form C. Names that only look
    /// alike, as <c>Ada_</c> and <c>Ada</c>, are two episodes.
    /// </summary>
    public (string? Folder, string Name) EpisodeKey => (System.IO.Path.GetDirectoryName(Path), UnicodeText.WellFormed(Name).Normalize());
}
