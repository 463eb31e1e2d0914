using System.Buffers;
using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>Parses the name of a file. All rules for file names are here.</summary>
/// <param name="Name">The name without extension and language; the folder's name where the file's is generic, as <c>transcript.md</c>.</param>
/// <param name="Language">ISO 639-1 code, as in <c>X.zh.md</c>; null where the name has none.</param>
internal sealed partial record FileName(string Name, string? Language)
{
    // ISO 639-1 codes only, so that "Ada 2.0.md" and "Ada.jr.md" have no language.
    private const string Languages =
        " aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu "
        + "fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km "
        + "kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om "
        + "or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr "
        + "ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ";

    private static readonly SearchValues<string> GenericNames = SearchValues.Create(
        ["transcript", "transcription", "index", "captions", "subtitles"], StringComparison.OrdinalIgnoreCase);

    /// <param name="path">Relative to the library folder, with forward slashes.</param>
    public static FileName Of(string path)
    {
        var (name, language) = OwnName(path);
        return new FileName(IsGeneric(path) ? Path.GetFileName(Path.GetDirectoryName(path))! : name, language);
    }

    /// <summary>Whether the file's name is generic, as <c>transcript.zh.md</c>, so that its folder's name is used.</summary>
    /// <param name="path">As in <see cref="Of"/>.</param>
    public static bool IsGeneric(string path) =>
        GenericNames.Contains(OwnName(path).Name) && Path.GetFileName(Path.GetDirectoryName(path)) is { Length: > 0 };

    /// <summary>The date at the start of the name; null for none.</summary>
    public DateOnly? Date => WrittenDate.Leading(Name).Date;

    /// <summary>
    /// The name as a title, without a date at its start unless that is all. In a name without spaces, underscores or else dashes become
    /// spaces, except within a double name: <c>Jean-Luc</c>.
    /// </summary>
    public string Title
    {
        get
        {
            var rest = Name[WrittenDate.Leading(Name).End..].TrimStart(' ', '_', '-', '–', '—', '.', ',', ':');
            var title = rest.Any(char.IsLetterOrDigit) ? rest : Name;
            if (!title.Contains(' ', StringComparison.Ordinal) && WrittenDate.Leading(title).Date is null)
            {
                title = title.Contains('_', StringComparison.Ordinal) ? title.Replace('_', ' ')
                    : DoubleName.IsMatch(title) ? title
                    : title.Replace('-', ' ');
            }

            return Blanks.Replace(title, " ").Trim() is { Length: > 0 } words ? words : Name;
        }
    }

    private static (string Name, string? Language) OwnName(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name.LastIndexOf('.') is > 0 and var dot && LanguageIn(name.AsSpan(dot + 1)) is { } code ? (name[..dot], code) : (name, null);
    }

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

    [GeneratedRegex(@"^\p{Lu}[^-]*-\p{Lu}[^-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex DoubleName { get; }

    [GeneratedRegex(@"\s{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks { get; }
}
