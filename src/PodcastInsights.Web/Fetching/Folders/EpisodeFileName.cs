using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Importing;
using PodcastInsights.Web.Fetching.Feeds;

namespace PodcastInsights.Web.Fetching.Folders;

/// <summary>
/// Makes file names for episodes from date and title, in characters that all systems permit, and such that an import parses the name as
/// intended (not as a conflict copy, nor its end as a language).
/// </summary>
internal static partial class EpisodeFileName
{
    /// <summary>Longest title in UTF-16 units, well below the limits of all systems.</summary>
    private const int Longest = 80;

    /// <summary>Longest title in UTF-8 bytes; file systems allow names of 255 bytes.</summary>
    private const int LongestBytes = 180;

    /// <summary>Candidates without language and extension, the preferred one first; the last one is unique to the episode.</summary>
    public static IEnumerable<string> Candidates(string feed, FeedEpisode episode)
    {
        var day = episode.Date?.ToString("yyyy-MM-dd ", CultureInfo.InvariantCulture);
        var title = TitleOf(episode.Title);

        // A hash of the episode's id, which does not change with the title.
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{feed}\n{episode.Id}")).AsSpan(0, 6));
        string[] names = day is null ? [$"{title} {mark}", $"Episode {mark}"] : [day + title, $"{day}{title} {mark}", $"{day}Episode {mark}"];
        return names.Where(IsReadAsMeant);
    }

    /// <summary>Whether the name has no path, so that it is in the folder itself.</summary>
    public static bool IsPlain(string? name) =>
        name is { Length: > 0 and <= 255 }
        && name[0] is not '.'
        && name.All(character => !char.IsControl(character) && !"/\\:".Contains(character, StringComparison.Ordinal));

    private static string TitleOf(string title)
    {
        var kept = Blanks.Replace(Dashes.Replace(string.Concat(title.Normalize().Select(Kept)), " - "), " ");
        var name = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(kept);
        while (elements.MoveNext()
            && (string)elements.Current is var element
            && name.Length + element.Length <= Longest
            && Encoding.UTF8.GetByteCount(name.ToString()) + Encoding.UTF8.GetByteCount(element) <= LongestBytes)
        {
            name.Append(element);
        }

        return name.ToString().Trim(' ', '-') is { Length: > 0 } trimmed && trimmed.Any(char.IsLetterOrDigit) ? trimmed : "Episode";
    }

    /// <summary>
    /// Replaces characters: those forbidden on Windows; points, which may end a name or begin a language; and those at the start or end of
    /// temporary files' names.
    /// </summary>
    private static string Kept(char character) => character switch
    {
        '<' or '>' or ':' or '/' or '\\' or '|' or '*' or '~' => "-",
        '"' => "'",
        '?' or '.' or '#' => "",
        _ => character.ToString(),
    };

    private static bool IsReadAsMeant(string name) =>
        LibraryFolder.IsRead(name + ".vtt")
        && LibraryFile.Of("/", $"/{name}.vtt") is { Language: null, Name: var read }
        && read == name;

    [GeneratedRegex(@"\s*-+\s+|\s+-+\s*|-{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Dashes { get; }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks { get; }
}
