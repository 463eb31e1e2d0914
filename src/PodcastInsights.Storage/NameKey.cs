using System.Text;

namespace PodcastInsights.Storage;

/// <summary>
/// A title, name or topic in the form in which two of them are compared: case, width and composition folded, runs of
/// white space one space. Written at import, for databases fold the case of ASCII alone.
/// </summary>
internal static class NameKey
{
    public static string Of(string text)
    {
        // Up before down: letters with two small forms (sigma, long s) meet in their capital.
        var folded = UnicodeText.WellFormed(text).Normalize(NormalizationForm.FormKC).ToUpperInvariant().ToLowerInvariant();
        return string.Join(' ', folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
