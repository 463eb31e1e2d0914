using System.Globalization;

namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>The date with which a text begins, as in <c>2031-02-03T10:00</c> and <c>2031-02-03 Meeting.md</c>.</summary>
internal static class LeadingDate
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>Null where the text does not begin with a date, or with none that there is, as the thirtieth of February.</summary>
    public static DateOnly? Of(string? text) =>
        text?.Length >= Format.Length
            && DateOnly.TryParseExact(
                text.AsSpan(0, Format.Length), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
}
