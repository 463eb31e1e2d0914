using System.Text;

namespace PodcastInsights.Core.Transcripts;

/// <summary>Counts words.</summary>
public static class WordCount
{
    /// <summary>Runs of letters and digits; each Han, Kana or Hangul character counts as one, as reading times are reckoned by it.</summary>
    public static int Of(string text)
    {
        var words = 0;
        var inWord = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var unspaced = rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7AF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
            var starts = unspaced || (!inWord && Rune.IsLetterOrDigit(rune));
            words += starts ? 1 : 0;
            inWord = !unspaced && (Rune.IsLetterOrDigit(rune) || (inWord && rune.Value is '\'' or 0x2019));
        }

        return words;
    }
}
