using System.Globalization;
using System.Text.Json;

namespace PodcastInsights.Web.Fetching.Feeds;

/// <summary>Parses the JSON of <c>podcast:chapters</c>.</summary>
internal static class ChapterFile
{
    private const int Most = 500;

    /// <summary>The visible chapters by start; empty for invalid JSON.</summary>
    public static IReadOnlyList<Chapter> Read(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes.AsMemory(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0));
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("chapters", out var chapters)
                && chapters.ValueKind == JsonValueKind.Array
                    ? [.. chapters.EnumerateArray().Select(ChapterOf).OfType<Chapter>().Take(Most).OrderBy(chapter => chapter.Start)]
                    : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>Seconds of <c>1:02:03.5</c>, <c>02:03</c> or <c>63</c>.</summary>
    public static double? SecondsOf(string? text)
    {
        var seconds = 0.0;
        var parts = (text ?? "").Trim().Split(':');
        if (parts.Length > 3)
        {
            return null;
        }

        foreach (var part in parts)
        {
            if (part.Length > 12
                || !double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            seconds = (seconds * 60) + number;
        }

        return IsTime(seconds) ? seconds : null;
    }

    private static Chapter? ChapterOf(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object
            || (item.TryGetProperty("toc", out var toc) && toc.ValueKind == JsonValueKind.False)
            || !item.TryGetProperty("startTime", out var start)
            || !item.TryGetProperty("title", out var title)
            || title.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        // Some programs write the number as a text.
        var seconds = start.ValueKind == JsonValueKind.String ? SecondsOf(TextOf(start))
            : start.ValueKind == JsonValueKind.Number && start.TryGetDouble(out var number) && IsTime(number) ? number
            : (double?)null;
        return seconds is { } at && FeedText.Of(TextOf(title), 300) is { } name ? new Chapter(at, name) : null;
    }

    /// <summary>Null where the text has a lone surrogate.</summary>
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether the time is plausible.</summary>
    private static bool IsTime(double seconds) => seconds is >= 0 and < 1_000_000;
}
