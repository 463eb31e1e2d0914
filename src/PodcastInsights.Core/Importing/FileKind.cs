using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Importing;

/// <summary>Classifies the files of the library folder by name, without opening them.</summary>
internal static partial class FileKind
{
    /// <summary>File name extensions of transcripts.</summary>
    public static readonly FrozenSet<string> TranscriptExtensions =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, ".md", ".markdown", ".txt", ".vtt", ".srt", ".sbv", ".ass", ".ssa", ".json", ".json3", ".jsonl", ".html", ".htm", ".csv", ".tsv", ".ttml", ".dfxp");

    private static readonly FrozenSet<string> MediaExtensions = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ".mp3", ".m4a", ".aac", ".ogg", ".oga", ".opus", ".weba", ".flac", ".wav", ".wma", ".aif", ".aiff",
        ".mp4", ".m4v", ".mov", ".webm", ".ogv", ".mkv", ".avi",
        ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".heic", ".avif", ".tif", ".tiff");

    /// <summary>The reason why a file with this name is not read; null where it is read.</summary>
    /// <param name="hasSibling">Whether a file with the given name is in the same folder.</param>
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
    /// Matches lock files, backups and partial files of Office (<c>~$x</c>), LibreOffice (<c>.~lock.x#</c>), Emacs (<c>#x#</c>,
    /// <c>.#x</c>), vim (<c>.x.swp</c>), other editors (<c>x~</c>), browsers and copy programs.
    /// </summary>
    private static bool IsTemporary(string name) => Temporary.IsMatch(name);

    /// <summary>
    /// Matches the conflict copies of file synchronisers: Syncthing's <c>.sync-conflict-20300305-101500-ABCDEFG</c>; brackets with a word
    /// for conflict and one for copy or a date, as Dropbox and Nextcloud write in many languages; ownCloud's
    /// <c>_conflict-20300305-101500</c>; Synology's <c>_Conflict</c>, Resilio's <c>.Conflict</c>, Seafile's <c>(SFConflict ...)</c>. Where
    /// the original is in the same folder, also any bracket with the word for conflict, and OneDrive's bracket with a Windows machine name.
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
