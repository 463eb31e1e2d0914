using System.Text;

namespace PodcastInsights.Core.Text;

/// <summary>Detects the language of a text by its script, as an ISO 639-1 code.</summary>
public static class TextLanguage
{
    /// <summary>
    /// <c>zh</c>, <c>ja</c> or <c>ko</c> where that script prevails, or a right-to-left language where Hebrew or Arabic letters do;
    /// otherwise <paramref name="spaced"/>. A Han character weighs as much as three letters, because it is often a whole word.
    /// </summary>
    public static string Of(string text, string spaced)
    {
        int letters = 0, han = 0, kana = 0, hangul = 0;
        var leftward = new RightToLeftLetters();
        for (var i = 0; i < text.Length; i++)
        {
            // The common case, without a look at the table.
            if (char.IsAscii(text[i]))
            {
                letters += char.IsAsciiLetter(text[i]) ? 1 : 0;
                continue;
            }

            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                continue;
            }

            i += rune.Utf16SequenceLength - 1;
            switch (ScriptTable.Of(rune))
            {
                case Script.Han or Script.Bopomofo:
                    han++;
                    break;
                case Script.Kana:
                    kana++;
                    break;
                case Script.Hangul:
                    hangul++;
                    break;
                default:
                    letters += Rune.IsLetter(rune) ? 1 : 0;
                    leftward.Count(rune);
                    break;
            }
        }

        if (3 * (han + kana + hangul) <= letters)
        {
            if (2 * leftward.Total > letters)
            {
                return leftward.Language(spaced);
            }

            return letters > 0 && (IsEastAsian(spaced) || RightToLeftLetters.Write(spaced)) ? "en" : spaced;
        }

        return hangul > han + kana ? "ko" : kana * 5 > han + kana ? "ja" : "zh";
    }

    /// <summary>
    /// The language of a title: <c>ja</c> or <c>ko</c> with any Kana or Hangul, <c>zh</c> with any other Han character, else what
    /// <see cref="Of"/> says, else <c>en</c>. Titles contain names in Latin letters, so one character decides.
    /// </summary>
    public static string OfTitle(string title)
    {
        var language = "en";
        foreach (var rune in title.EnumerateRunes())
        {
            switch (ScriptTable.Of(rune))
            {
                case Script.Kana:
                    return "ja";
                case Script.Hangul:
                    return "ko";
                case Script.Han or Script.Bopomofo:
                    language = "zh";
                    break;
            }
        }

        return language == "en" ? Of(title, "en") : language;
    }

    /// <summary>Whether the language is written in characters of double width, one or two to a word.</summary>
    public static bool IsEastAsian(string code) => code is "zh" or "ja" or "ko";
}
