using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Text;

/// <summary>
/// A time written among the words in brackets, escaped as Markdown wants, half escaped or plain: <c>\[04:12.50\]</c>, <c>\[04:12]</c>,
/// <c>[04:12]</c>.
/// </summary>
internal static partial class InlineStamp
{
    /// <summary>The time of a stamp that the text begins with; null where it begins with anything else.</summary>
    public static Timestamp? Leading(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Stamp.Match(text);
        return match.Success
            && string.IsNullOrWhiteSpace(text[..match.Index])
            && Timestamp.TryParse(match.Groups["time"].ValueSpan, out var time)
            ? time
            : null;
    }

    /// <summary>
    /// The words without the stamps among them, for showing and searching. One inside another bracket, as in <c>[unintelligible
    /// [00:42]]</c>, stays.
    /// </summary>
    public static string Lift(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Stamp.Replace(text, match => Timestamp.TryParse(match.Groups["time"].ValueSpan, out _) ? "" : match.Value).Trim();
    }

    [GeneratedRegex(
        @"(?<!\[[^\[\]]{0,40})\\?\[(?<time>[0-9]{1,3}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]{1,6})?)\\?\](?!\()[ \t]?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Stamp { get; }
}
