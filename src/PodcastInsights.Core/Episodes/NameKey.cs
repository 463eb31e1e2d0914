using System.Text;

namespace PodcastInsights.Core.Episodes;

/// <summary>
/// Makes the key by which titles, names and topics are compared: case, width and composition folded, each run of white space one space.
/// Stored at import, because databases fold the case of ASCII only; a text searched for is folded the same way.
/// </summary>
public static class NameKey
{
    public static string Of(string text)
    {
        // Upper case first: letters with two lower case forms (sigma, long s) have one capital.
        var folded = UnicodeText.WellFormed(text).Normalize(NormalizationForm.FormKC).ToUpperInvariant().ToLowerInvariant();
        return string.Join(' ', folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
