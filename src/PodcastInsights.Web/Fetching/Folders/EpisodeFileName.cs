using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Importing;
using PodcastInsights.Web.Fetching.Feeds;

namespace PodcastInsights.Web.Fetching.Folders;

/// <summary>
/// Names files after episodes: the day and the title, in letters that every system takes, and so that an import reads the name as it is
/// meant (not as a copy in conflict, nor its end as a language).
/// </summary>
internal static partial class EpisodeFileName
{
    /// <summary>Of a title, in UTF-16 units; with day, mark and ending no system's limit is near.</summary>
    private const int Longest = 80;

    /// <summary>Of the same in UTF-8: file systems count 255 bytes of a name.</summary>
    private const int LongestBytes = 180;

    /// <summary>Names without language and ending, the one to prefer first; the last one is no other episode's.</summary>
    public static IEnumerable<string> Candidates(string feed, FeedEpisode episode)
    {
        var day = episode.Date?.ToString("yyyy-MM-dd ", CultureInfo.InvariantCulture);
        var title = TitleOf(episode.Title);

        // Of the episode's id, which stays when its title changes.
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{feed}\n{episode.Id}")).AsSpan(0, 6));
        string[] names = day is null ? [$"{title} {mark}", $"Episode {mark}"] : [day + title, $"{day}{title} {mark}", $"{day}Episode {mark}"];
        return names.Where(IsReadAsMeant);
    }

    /// <summary>Whether a name that a file gives is one that stands in the folder itself.</summary>
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
    /// Windows forbids the first ones; a point can end a name or begin what is taken for a language; the others begin or end names of
    /// temporary files.
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
