using PodcastInsights.Core.Transcripts.Metadata;

namespace PodcastInsights.Core.Importing;

/// <summary>A file of the library folder, and what its name says.</summary>
/// <param name="Path">Relative to the folder, with forward slashes.</param>
/// <param name="Name">The episode's name: the file's without language and extension, or its folder's where that is generic.</param>
/// <param name="Language">Of the edition, as in <c>X.zh.md</c>; null where the name does not say.</param>
public sealed record LibraryFile(string FullPath, string Path, string Name, string? Language)
{
    /// <summary>What the folder's catalogue says of it; null where it does not name it.</summary>
    internal CatalogueEntry? Catalogued { get; init; }

    /// <param name="folder">The library folder, as a full path.</param>
    public static LibraryFile Of(string folder, string fullPath)
    {
        var path = System.IO.Path.GetRelativePath(folder, fullPath).Replace(System.IO.Path.DirectorySeparatorChar, '/');
        var (name, language) = FileName.Of(path);
        return new LibraryFile(fullPath, path, name, language);
    }

    /// <summary>
    /// What groups the editions of one episode: the folder and the name, letter by letter. Names that only look alike, as <c>Ada_</c> and
    /// <c>Ada</c>, are episodes of their own; the same letters stored in two ways are not.
    /// </summary>
    public (string? Folder, string Name) EpisodeKey => (System.IO.Path.GetDirectoryName(Path), UnicodeText.WellFormed(Name).Normalize());
}
