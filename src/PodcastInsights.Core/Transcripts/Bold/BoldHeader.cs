using System.Text.RegularExpressions;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Bold;

/// <summary>A name in bold with a colon inside or right after the bold, at the beginning of a line.</summary>
internal static partial class BoldHeader
{
    public const string Mark = "**";

    /// <param name="text">The words after the header on its line, trimmed.</param>
    public static bool TryRead(string line, out string speaker, out string text)
    {
        speaker = text = "";
        var rest = line.AsSpan().Trim();
        if (!rest.StartsWith(Mark, StringComparison.Ordinal))
        {
            return false;
        }

        rest = rest[Mark.Length..];
        var window = rest[..Math.Min(rest.Length, SpeakerName.MaxLength + Mark.Length)];
        var close = window.IndexOf(Mark, StringComparison.Ordinal);
        if (close <= 0)
        {
            return false;
        }

        var bold = rest[..close].Trim();
        rest = rest[(close + Mark.Length)..].TrimStart();
        if (!bold.IsEmpty && bold[^1] is not (':' or '：'))
        {
            if (rest.IsEmpty || rest[0] is not (':' or '：'))
            {
                return false;
            }

            rest = rest[1..].TrimStart();
        }

        speaker = SpeakerName.Clean(bold);
        text = rest.ToString();
        return SpeakerName.HasLetterOrDigit(speaker);
    }

    /// <summary>All speakers whose headers are whole.</summary>
    public static HashSet<string> CastOf(IEnumerable<string> lines)
    {
        var cast = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (TryRead(line, out var speaker, out _))
            {
                cast.Add(speaker);
            }
        }

        return cast;
    }

    /// <summary>
    /// Reads a header that has lost stars: <c>**Ada: words</c>, <c>Ada:** words</c>, <c>Ada: words</c>. Any sentence can begin so, which is
    /// why the name must be one that has a whole header elsewhere in the file. One star on both sides is emphasis.
    /// </summary>
    public static bool TryReadDamaged(string line, HashSet<string> cast, out string speaker, out string text)
    {
        var match = line.AsSpan(0, Math.Min(line.Length, SpeakerName.MaxLength)).ContainsAny(':', '：') ? Damaged.Match(line) : Match.Empty;
        speaker = match.Success ? SpeakerName.Clean(match.Groups["name"].ValueSpan) : "";
        text = match.Success ? line[match.Length..].Trim() : "";
        var (open, close) = (match.Groups["open"].Length, match.Groups["before"].Length + match.Groups["after"].Length);
        return match.Success && (open, close) is not (1, 1) && cast.Contains(speaker);
    }

    [GeneratedRegex(
        @"^[ \t]{0,9}(?<open>\*{0,2})(?<name>[^*:：]{1,100})(?<before>\*{0,2})[:：](?<after>\*{0,2})(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Damaged { get; }
}
