using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Importing;

/// <summary>Tells by its name what a file of the library folder is; opens none.</summary>
internal static partial class FileKind
{
    /// <summary>What the names of transcripts end with.</summary>
    public static readonly FrozenSet<string> TranscriptExtensions =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, ".md", ".markdown", ".txt", ".vtt", ".srt", ".json", ".json3", ".html", ".htm");

    private static readonly FrozenSet<string> MediaExtensions = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ".mp3", ".m4a", ".aac", ".ogg", ".oga", ".opus", ".weba", ".flac", ".wav", ".wma", ".aif", ".aiff",
        ".mp4", ".m4v", ".mov", ".webm", ".ogv", ".mkv", ".avi",
        ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".heic", ".avif", ".tif", ".tiff");

    /// <summary>Why a file of that name is not read; null where it is.</summary>
    /// <param name="hasSibling">Whether a file of the given name lies beside it.</param>
    public static SkipReason? ReasonNotToRead(string name, Func<string, bool> hasSibling)
    {
        if (IsTemporary(name))
        {
            return SkipReason.Temporary;
        }

        if (name.StartsWith('.'))
        {
            return SkipReason.Hidden;
        }

        var extension = Path.GetExtension(name);
        return MediaExtensions.Contains(extension) ? SkipReason.Media
            : !TranscriptExtensions.Contains(extension) ? SkipReason.OtherKind
            : IsConflictCopy(name, hasSibling) ? SkipReason.ConflictCopy
            : null;
    }

    /// <summary>
    /// Locks and what is still being written: of Office (<c>~$x</c>), LibreOffice (<c>.~lock.x#</c>), Emacs (<c>#x#</c>, <c>.#x</c>), vim
    /// (<c>.x.swp</c>), of editors that keep what was there before (<c>x~</c>), of browsers and of programs that copy.
    /// </summary>
    private static bool IsTemporary(string name) => Temporary.IsMatch(name);

    /// <summary>
    /// Copies by the names that the programs document: Syncthing's <c>.sync-conflict-20300305-101500-ABCDEFG</c>; a bracket with the word
    /// for conflict and one for copy or a date, as of Dropbox and Nextcloud in many languages; <c>_conflict-20300305-101500</c> of
    /// ownCloud; Synology's <c>_Conflict</c>, Resilio's <c>.Conflict</c>, Seafile's <c>(SFConflict ...)</c>; and, beside the file itself,
    /// any bracket with the word, and OneDrive's with the name that Windows gives to a machine.
    /// </summary>
    private static bool IsConflictCopy(string name, Func<string, bool> hasSibling)
    {
        var stem = Path.GetFileNameWithoutExtension(name);
        return Conflict.IsMatch(stem)
            || (Beside.Match(stem) is { Success: true } mark && hasSibling(stem[..mark.Index].TrimEnd() + Path.GetExtension(name)));
    }

    [GeneratedRegex(
        @"^~\$|^\.~lock\..*#$|^#.*#$|^\.#|~$|^~syncthing~|\.(?:sw[nopx]|tmp|temp|part|partial|crdownload|download|!sync|filepart|lock)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Temporary { get; }

    [GeneratedRegex(
        """
        \.sync-conflict-[0-9]{8}-[0-9]{6}
        |[(\[（](?=[^()\[\]（）]*(?:conflict|konflikt|conflit|conflito|ristiriita|çakış|конфлик|конфлік|冲突|衝突|競合|충돌))
            (?:[^()\[\]（）]*(?:cop[iy]|kop[ij]|cópia|копи|копі|副本|複本|コピー|사본|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|SFConflict)[^()\[\]（）]*|conflict(?:ed)?)[)\]）]
            (?:\s?\([0-9]+\))?$
        |_conflict-[0-9]{8}-[0-9]{6}
        |_(?:Case)?Conflict$
        |\.Conflict$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Conflict { get; }

    [GeneratedRegex(
        """
        -(?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]{7,11}(?:-[0-9]+)?$
        |[(\[（][^()\[\]（）]*(?i:conflict|konflikt|conflit|conflito|ristiriita|çakış|конфлик|конфлік|冲突|衝突|競合|충돌)[^()\[\]（）]*[)\]）]$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Beside { get; }
}
