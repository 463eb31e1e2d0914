using System.Globalization;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Exports;

internal static class CaptionTime
{
    /// <summary><c>00:01:05.000</c></summary>
    /// <param name="point">Separator before the milliseconds: a point in WebVTT, a comma in SubRip.</param>
    public static string Of(Timestamp time, char point)
    {
        var seconds = time.Milliseconds / 1000;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}{point}{time.Milliseconds % 1000:000}");
    }
}
