using System.Globalization;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.SpeechTable;

/// <summary>Reads the times of tables.</summary>
internal static partial class TableTime
{
    /// <summary>
    /// A time as a number of unknown unit, or as a clock's in seconds; the frames of an editor's time-code are left out, and so is the end
    /// of a range. Null where the field is none.
    /// </summary>
    public static double? Read(string? field)
    {
        // Many countries write a comma before the fraction.
        var clock = Time.Match(field ?? "").Groups["time"].Value.Replace(',', '.');
        if (double.TryParse(clock, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        return Timestamp.TryParse(TimeCode.Match(clock) is { Success: true } code ? code.Groups["clock"].Value.Replace(';', ':') : clock, out var time)
            ? time.Seconds
            : null;
    }

    [GeneratedRegex(@"^\s*\[?(?<time>[0-9][0-9:;.,]{0,20})(?:\s?s)?\s*(?:(?:-|–|-->)\s*[0-9][0-9:;.,]{0,20}(?:\s?s)?\s*)?\]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Time { get; }

    [GeneratedRegex("^(?<clock>[0-9]{1,3}[:;][0-9]{2}[:;][0-9]{2})[:;][0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex TimeCode { get; }
}
