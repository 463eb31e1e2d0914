using System.Text;

namespace PodcastInsights.Core.Text;

/// <summary>Tells the language of a text as far as its script does, as an ISO 639-1 code.</summary>
public static class TextLanguage
{
    /// <summary>
    /// <c>zh</c>, <c>ja</c> or <c>ko</c> where that script prevails, a language written from right to left where Hebrew or Arabic letters do;
    /// otherwise <paramref name="spaced"/>, the language to assume for words in letters. A Han character weighs three letters, as it stands
    /// for a word more often than not.
    /// </summary>
    public static string Of(string text, string spaced)
    {
        int letters = 0, han = 0, kana = 0, hangul = 0;
        var leftward = new RightToLeftLetters();
        for (var i = 0; i < text.Length; i++)
        {
            // Most of what is read: no table of characters is asked.
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
    /// The language to file a title under: <c>ja</c> or <c>ko</c> where any Kana or Hangul stand in it, <c>zh</c> where any other Han character
    /// does, else what <see cref="Of"/> tells, else <c>en</c>. Names stay in letters within a title, so that one character tells more than many letters.
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

    /// <summary>Whether the language is written in characters as wide as two letters, of which a word has one or two.</summary>
    public static bool IsEastAsian(string code) => code is "zh" or "ja" or "ko";
}
