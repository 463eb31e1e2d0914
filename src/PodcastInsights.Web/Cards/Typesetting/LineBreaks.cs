using System.Globalization;
using ICU4N.Text;

namespace PodcastInsights.Web.Cards.Typesetting;

/// <summary>
/// Where a line may end: by UAX 14 between words, beside most East Asian characters, and in Thai, Lao, Khmer and Burmese, which are written
/// without spaces, between the words of a dictionary.
/// </summary>
internal static class LineBreaks
{
    /// <returns>Indexes of the characters before which a line may end, ascending; the text's length is the last.</returns>
    public static IReadOnlyList<int> Of(string text)
    {
        var iterator = BreakIterator.GetLineInstance(CultureInfo.InvariantCulture);
        iterator.SetText(text);
        var starts = new HashSet<int>(StringInfo.ParseCombiningCharacters(text)) { text.Length };
        var breaks = new List<int>();
        for (var (at, known) = (1, iterator.Next()); at <= text.Length; at++)
        {
            known = known < at && known != BreakIterator.Done ? iterator.Next() : known;

            // It does not know what newer emoji are made of, and parts Korean words, which have spaces between them.
            if ((known == at && starts.Contains(at) && !IsWithinKoreanWord(text, at)) || IsOutsideChineseQuotes(text, at))
            {
                breaks.Add(at);
            }
        }

        return breaks;
    }

    private static bool IsWithinKoreanWord(string text, int at) =>
        at < text.Length && ScriptTable.Of(text[at]) == Script.Hangul && char.IsLetterOrDigit(text[at - 1]);

    /// <summary>LB 19a, newer than ICU4N: beside East Asian characters a quotation mark tells whether it opens or closes.</summary>
    private static bool IsOutsideChineseQuotes(string text, int at) =>
        at < text.Length
        && ((char.GetUnicodeCategory(text[at - 1]) == UnicodeCategory.FinalQuotePunctuation && ScriptTable.Of(text[at]) == Script.Han)
            || (char.GetUnicodeCategory(text[at]) == UnicodeCategory.InitialQuotePunctuation && ScriptTable.Of(text[at - 1]) == Script.Han));
}
