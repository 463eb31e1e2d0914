using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace PodcastInsights.Web.Fetching.Feeds;

/// <summary>Cleans texts of a feed.</summary>
internal static partial class FeedText
{
    public const int LongestTitle = 500;
    public const int LongestAddress = 2000;

    /// <summary>
    /// Makes a text of one line, without control and formatting characters, cut between characters. Double-encoded entities are decoded:
    /// many feeds encode twice, and hardly any title contains a literal entity.
    /// </summary>
    /// <returns>Null where nothing remains.</returns>
    public static string? Of(string? text, int longest = LongestTitle)
    {
        // Bounds the work for oversized texts.
        var source = text is { Length: > 20_000 } ? text[..20_000] : text ?? "";
        var clean = new StringBuilder();
        foreach (var rune in UnicodeText.WellFormed(WebUtility.HtmlDecode(source)).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control)
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse))
            {
                if (clean.Length + rune.Utf16SequenceLength > longest)
                {
                    break;
                }

                clean.Append(rune);
            }
        }

        return clean.ToString().Trim() is { Length: > 0 } kept ? kept : null;
    }

    /// <summary>An absolute web address; null where the text is not one.</summary>
    public static Uri? AddressOf(string? text, Uri? from)
    {
        var trimmed = text?.Trim() ?? "";
        return trimmed.Length is > 0 and <= LongestAddress
            && (from is null ? Uri.TryCreate(trimmed, UriKind.Absolute, out var address) : Uri.TryCreate(from, trimmed, out address))
            && address is { Scheme: "http" or "https" }
                ? address
                : null;
    }

    /// <summary>The date as written, in its own time zone: RFC 822 or ISO 8601.</summary>
    public static DateOnly? DateOf(string? text)
    {
        var written = text is { Length: <= 100 } ? text : "";
        if (Iso.Match(written) is { Success: true } iso
            && DateOnly.TryParseExact(iso.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        return Rfc822.Match(written) is { Success: true } rfc
            && DateOnly.TryParseExact(
                $"{rfc.Groups["day"].Value} {rfc.Groups["month"].Value} {YearOf(rfc.Groups["year"].Value)}",
                "d MMM yyyy",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out day)
                ? day
                : null;
    }

    /// <summary>The language code, as <c>pt</c> of <c>pt-BR</c>, in lower case; null where the text is not a language.</summary>
    public static string? LanguageOf(string? text) =>
        Language.Match(text?.Trim() ?? "") is { Success: true } match ? match.Groups["code"].Value.ToLowerInvariant() : null;

    /// <summary>Years of RFC 822 have two digits.</summary>
    private static string YearOf(string digits) => digits.Length == 4 ? digits : $"20{digits}";

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Iso { get; }

    [GeneratedRegex(
        @"(?<day>[0-9]{1,2})[\s-]+(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[\s-]+(?<year>[0-9]{4}|[0-9]{2})(?![0-9])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Rfc822 { get; }

    [GeneratedRegex("^(?<code>[A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]{1,30})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Language { get; }
}
