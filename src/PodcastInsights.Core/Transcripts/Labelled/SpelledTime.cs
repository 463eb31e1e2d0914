using System.Globalization;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>A time in words on a line of its own, as programs for meetings write it: <c>2 minutes 5 seconds</c>, <c>2 分钟 5 秒</c>.</summary>
internal static partial class SpelledTime
{
    private const int LongestLine = 50;

    /// <summary>The time, where the whole line is one; null otherwise.</summary>
    public static Timestamp? In(string line) =>
        line.Length is > 0 and <= LongestLine && char.IsAsciiDigit(line[0]) && Time.Match(line) is { Success: true } time
            ? Timestamp.FromSeconds((Number(time, "hours") * 3600) + (Number(time, "minutes") * 60) + Number(time, "seconds"))
            : null;

    private static int Number(Match time, string group) =>
        time.Groups[group] is { Success: true, ValueSpan: var digits } ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(?:(?<hours>[0-9]{1,3}) ?(?:hours?|stunden?|horas?|heures?|小时|小時|時間),? ?)?"
        + @"(?:(?<minutes>[0-9]{1,3}) ?(?:minut(?:e[ns]?|os?|i)|分钟|分鐘|分),? ?)?"
        + @"(?:(?<seconds>[0-9]{1,2}) ?(?:seconds?|secondes?|sekunden?|segundos?|secondi|secondo|秒))?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Time { get; }
}
