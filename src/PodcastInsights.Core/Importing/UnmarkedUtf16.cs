using System.Globalization;
using System.Text;

namespace PodcastInsights.Core.Importing;

/// <summary>
/// Recognises UTF-16 without a byte order mark. In the wrong byte order, spaces and line breaks become characters that no text has.
/// </summary>
internal static class UnmarkedUtf16
{
    /// <returns>The text and the name of its encoding; nulls where the bytes are not UTF-16.</returns>
    public static (string? Text, string? Name) Read(byte[] bytes)
    {
        if (bytes.Length % 2 != 0)
        {
            return default;
        }

        var little = Encoding.Unicode.GetString(bytes);
        var big = Encoding.BigEndianUnicode.GetString(bytes);
        var (littleBlanks, bigBlanks) = (Blanks(little), Blanks(big));
        return littleBlanks > bigBlanks && IsText(little) ? (little, "utf-16le")
            : bigBlanks > littleBlanks && IsText(big) ? (big, "utf-16be")
            : default;

        static int Blanks(string text) => text.AsSpan().Count(' ') + text.AsSpan().Count('\n');

        static bool IsText(string text)
        {
            var strange = 0;
            foreach (var rune in text.EnumerateRunes())
            {
                if (rune.Value is '\uFFFD' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned
                    or UnicodeCategory.PrivateUse)
                {
                    strange++;
                }
            }

            return strange <= text.Length / 200;
        }
    }
}
