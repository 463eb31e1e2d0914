using System.Text;

namespace PodcastInsights.Core.Text;

/// <summary>Repairs malformed Unicode, which .NET's text functions, databases and other programs refuse.</summary>
public static class UnicodeText
{
    /// <summary>Replaces lone surrogates, U+FFFE and U+0000 by U+FFFD, as CommonMark and HTML do. The length stays the same.</summary>
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

    /// <summary>
    /// Replaces every control character, line separator and mark that changes the direction of what follows by <c>?</c>, for a line of a log
    /// or a terminal. A file name or a message can then neither begin a line, nor control the terminal, nor turn the rest of the line round.
    /// The length stays the same.
    /// </summary>
    public static string OnOneLine(string line) =>
        string.Concat(line.Select(static letter => char.IsControl(letter) || IsSeparator(letter) || ChangesDirection(letter) ? '?' : letter));

    private static bool IsSeparator(char letter) => letter is '\u2028' or '\u2029';

    /// <summary>Whether it embeds, overrides or isolates a direction, up to the end of the line where nothing ends it.</summary>
    private static bool ChangesDirection(char letter) => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
