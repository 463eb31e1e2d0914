using System.Globalization;
using ICU4N.Text;

namespace PodcastInsights.Web.Cards.Typesetting;

/// <summary>
/// Finds line break opportunities: by UAX 14 between words and next to most East Asian characters, and by a dictionary in Thai, Lao, Khmer
/// and Burmese, which have no spaces.
/// </summary>
internal static class LineBreaks
{
    /// <returns>Indices of the characters before which a line may break, ascending; the last is the text's length.</returns>
    public static IReadOnlyList<int> Of(string text)
    {
        var iterator = BreakIterator.GetLineInstance(CultureInfo.InvariantCulture);
        iterator.SetText(text);
        var starts = new HashSet<int>(StringInfo.ParseCombiningCharacters(text)) { text.Length };
        var breaks = new List<int>();
        for (var (at, known) = (1, iterator.Next()); at <= text.Length; at++)
        {
            known = known < at && known != BreakIterator.Done ? iterator.Next() : known;

            // ICU4N splits newer emoji and Korean words, which have spaces between them.
            if ((known == at && starts.Contains(at) && !IsWithinKoreanWord(text, at)) || IsOutsideChineseQuotes(text, at))
            {
                breaks.Add(at);
            }
        }

        return breaks;
    }

    private static bool IsWithinKoreanWord(string text, int at) =>
        at < text.Length && ScriptTable.Of(text[at]) == Script.Hangul && char.IsLetterOrDigit(text[at - 1]);

    /// <summary>Rule LB 19a, which is newer than ICU4N: next to East Asian characters, a quotation mark is opening or closing.</summary>
    private static bool IsOutsideChineseQuotes(string text, int at) =>
        at < text.Length
        && ((char.GetUnicodeCategory(text[at - 1]) == UnicodeCategory.FinalQuotePunctuation && ScriptTable.Of(text[at]) == Script.Han)
            || (char.GetUnicodeCategory(text[at]) == UnicodeCategory.InitialQuotePunctuation && ScriptTable.Of(text[at - 1]) == Script.Han));
}
