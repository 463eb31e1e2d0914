using System.Text;

namespace PodcastInsights.Core.Text;

/// <summary>Guards against text that is none: .NET's own text functions refuse it with an exception, and stores and other programs do.</summary>
public static class UnicodeText
{
    /// <summary>
    /// The text with U+FFFD in the place of each half of a surrogate pair, of U+FFFE, which stands for no character, and of U+0000, as
    /// CommonMark and HTML have it. As long as the text.
    /// </summary>
    public static string WellFormed(string text)
    {
        var span = text.AsSpan();
        if (!span.ContainsAnyInRange('\uD800', '\uDFFF') && !span.ContainsAny('\0', '\uFFFE'))
        {
            return text;
        }

        var wellFormed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            wellFormed.Append(rune.Value is 0 or 0xFFFE ? Rune.ReplacementChar : rune);
        }

        return wellFormed.ToString();
    }
}
