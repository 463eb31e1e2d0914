using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Metadata;

namespace PodcastInsights.Core.Importing;

/// <summary>
/// Matches audio and video files to episodes by folder and name: <c>X.mp3</c> and <c>X.zh.mp3</c> belong to <c>X.md</c>, <c>X.mp3</c> to
/// <c>X.mp3.srt</c>, and the only recording in a folder to its <c>transcript.md</c>.
/// </summary>
internal sealed class RecordingFiles
{
    private readonly ILookup<(string? Folder, string Name), LibraryFile> byName;
    private readonly ILookup<(string? Folder, string Name), LibraryFile> byAnyCase;
    private readonly ILookup<string?, LibraryFile> byFolder;
    private readonly ILookup<(string? Folder, string Name), EpisodeFiles> claims;

    /// <param name="files">All files of a type that browsers can play.</param>
    public RecordingFiles(IReadOnlyList<LibraryFile> files, IReadOnlyList<EpisodeFiles> episodes)
    {
        var named = files.SelectMany(file => NamesOf(file).Select(name => (Name: name, File: file))).ToList();
        byName = named.ToLookup(pair => pair.Name, pair => pair.File);
        byAnyCase = named.ToLookup(pair => AnyCase(pair.Name), pair => pair.File);
        byFolder = files.ToLookup(FolderOf);
        claims = files.Count == 0
            ? Enumerable.Empty<EpisodeFiles>().ToLookup(_ => default((string?, string)))
            : episodes.SelectMany(episode => episode.Files.Select(file => (Name: AnyCase(file.EpisodeKey), Episode: episode)).Distinct())
                .ToLookup(pair => pair.Name, pair => pair.Episode);
    }

    /// <summary>The recordings of an episode: one for each language, and one without a language in its name.</summary>
    public IReadOnlyList<Recording> Of(EpisodeFiles episode)
    {
        if (byFolder.Count == 0)
        {
            return [];
        }

        var names = episode.Files.Select(file => file.EpisodeKey).Distinct().ToList();
        var found = names.SelectMany(name => byName[name]).ToList();
        if (found.Count == 0)
        {
            // Names are also compared ignoring case. A file that could belong to two episodes belongs to none.
            found = [.. names.Select(AnyCase).Distinct().Where(name => claims[name].Count() == 1).SelectMany(name => byAnyCase[name])];
        }

        if (found.Count == 0 && episode.Files.All(HasItsFoldersName) && byFolder[FolderOf(episode.Files[0])].ToList() is [var only])
        {
            found = [only];
        }

        return
        [
            .. found.GroupBy(file => file.Language)
                .Select(files => files.OrderBy(PlaceOf).ThenBy(file => file.Path, StringComparer.Ordinal).First())
                .OrderBy(file => file.Language, StringComparer.Ordinal)
                .Select(file => new Recording(file.Path, file.Language)),
        ];
    }

    /// <summary>The keys of an episode that has the recording's name, without its extension or with it.</summary>
    private static IEnumerable<(string? Folder, string Name)> NamesOf(LibraryFile file) =>
        [file.EpisodeKey, (file.EpisodeKey.Folder, UnicodeText.WellFormed(Path.GetFileName(file.Path)).Normalize())];

    private static (string? Folder, string Name) AnyCase((string? Folder, string Name) key) => (key.Folder, key.Name.ToUpperInvariant());

    private static string? FolderOf(LibraryFile file) => file.EpisodeKey.Folder;

    private static bool HasItsFoldersName(LibraryFile file) => FileName.IsGeneric(file.Path);

    private static int PlaceOf(LibraryFile file) => RecordingKind.All.Index().First(kind => kind.Item == RecordingKind.Of(file.Path)).Index;
}
