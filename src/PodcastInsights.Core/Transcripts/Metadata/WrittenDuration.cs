using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>Parses durations: <c>1:02:03</c>, <c>62:03</c>, seconds, <c>PT1H2M3S</c>, <c>1h 2min</c>.</summary>
internal static partial class WrittenDuration
{
    /// <summary>Longest duration in seconds: more than eleven days.</summary>
    private const double TooLong = 1e6;

    /// <summary>The duration in whole seconds; null where the text is not one.</summary>
    public static int? Of(string text)
    {
        text = text.Trim();
        double? seconds =
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : Clock.Match(text) is { Success: true } clock ? (Number(clock, "h") * 3600) + (Number(clock, "m") * 60) + Number(clock, "s")
            : Units.Match(text) is { Success: true, Length: > 0 } units
                ? (Number(units, "h") * 3600) + (Number(units, "m") * 60) + Number(units, "s")
            : text.StartsWith('P') ? Iso(text)
            : null;
        return seconds is > 0 and < TooLong ? (int)Math.Round(seconds.Value) : null;
    }

    private static double? Iso(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text).TotalSeconds;
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            return null;
        }
    }

    private static double Number(Match text, string group) =>
        text.Groups[group] is { Success: true, ValueSpan: var digits } ? double.Parse(digits, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?:(?<h>[0-9]{1,3}):)?(?<m>[0-9]{1,3}):(?<s>[0-9]{2}(?:\.[0-9]{1,6})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock { get; }

    [GeneratedRegex(
        @"^(?=[0-9])(?:(?<h>[0-9]{1,3})\s*h(?:(?:ou)?rs?)?\.?,?\s*)?(?:(?<m>[0-9]{1,5})\s*m(?:in(?:ute)?s?)?\.?,?\s*)?(?:(?<s>[0-9]{1,6})\s*s(?:ec(?:ond)?s?)?\.?)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Units { get; }
}
