using System.Buffers;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>A file of the library folder, and what its name says.</summary>
/// <param name="Path">Relative to the folder, with forward slashes.</param>
/// <param name="Name">The episode's name: the file's without language and extension, or its folder's where that is generic.</param>
/// <param name="Language">Of the edition, as in <c>X.zh.md</c>; null where the name does not say.</param>
public sealed record LibraryFile(string FullPath, string Path, string Name, string? Language)
{
    // ISO 639-1, so that "Ada 2.0.md" or "Ada.jr.md" is no language.
    private const string Languages =
        " aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu "
        + "fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km "
        + "kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om "
        + "or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr "
        + "ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ";

    private static readonly SearchValues<string> GenericNames = SearchValues.Create(
        ["transcript", "transcription", "index", "captions", "subtitles"], StringComparison.OrdinalIgnoreCase);

    /// <param name="folder">The library folder, as a full path.</param>
    public static LibraryFile Of(string folder, string fullPath)
    {
        var path = System.IO.Path.GetRelativePath(folder, fullPath).Replace(System.IO.Path.DirectorySeparatorChar, '/');
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        var language = (string?)null;
        if (name.LastIndexOf('.') is > 0 and var dot && LanguageIn(name.AsSpan(dot + 1)) is { } code)
        {
            language = code;
            name = name[..dot];
        }

        if (GenericNames.Contains(name) && System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(path)) is { Length: > 0 } parent)
        {
            name = parent;
        }

        return new LibraryFile(fullPath, path, name, language);
    }

    /// <summary>
    /// What groups the editions of one episode: the folder and the name, letter by letter. Names that only look alike, as <c>Ada_</c> and
    /// <c>Ada</c>, are episodes of their own; the same letters stored in two ways are not.
    /// </summary>
    public (string? Folder, string Name) EpisodeKey => (System.IO.Path.GetDirectoryName(Path), UnicodeText.WellFormed(Name).Normalize());

    /// <summary><c>zh</c> of <c>zh</c>, <c>zh-Hans</c> or <c>zh_TW</c>.</summary>
    private static string? LanguageIn(ReadOnlySpan<char> suffix)
    {
        var end = suffix.IndexOfAny('-', '_');
        var code = (end < 0 ? suffix : suffix[..end]).ToString().ToLowerInvariant();
        return code.Length == 2
            && Languages.Contains($" {code} ", StringComparison.Ordinal)
            && (end < 0 || suffix.Length - end - 1 is >= 2 and <= 8)
            ? code
            : null;
    }
}
