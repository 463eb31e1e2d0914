using System.Text;

namespace PodcastInsights.Core.Text;

/// <summary>Guards against text that is none: .NET's own text functions refuse it with an exception.</summary>
public static class UnicodeText
{
    /// <summary>The text with U+FFFD in the place of each half of a surrogate pair and of U+FFFE, which stands for no character.</summary>
    public static string WellFormed(string text)
    {
        var span = text.AsSpan();
        if (!span.ContainsAnyInRange('\uD800', '\uDFFF') && !span.Contains('\uFFFE'))
        {
            return text;
        }

        var wellFormed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            wellFormed.Append(rune.Value == 0xFFFE ? Rune.ReplacementChar : rune);
        }

        return wellFormed.ToString();
    }
}
