using System.Globalization;

namespace PodcastInsights.Core.Text;

/// <summary>Finds places where a text may be cut: at the ends of sentences, or between words. Places are character indexes.</summary>
internal static class CutPoints
{
    /// <summary>Start of the sentence that contains <paramref name="at"/>; negative where it is before <paramref name="earliest"/>.</summary>
    public static int SentenceStart(string text, int at, int earliest)
    {
        for (var i = at; i > earliest; i--)
        {
            if (EndsSentence(text, i))
            {
                while (i < at && char.IsWhiteSpace(text[i]))
                {
                    i++;
                }

                return i;
            }
        }

        return earliest == 0 ? 0 : -1;
    }

    /// <summary>The last end of a sentence between the two places; negative where there is none.</summary>
    public static int SentenceEnd(string text, int earliest, int latest)
    {
        for (var i = latest; i >= earliest && i > 0; i--)
        {
            if (EndsSentence(text, i))
            {
                return i;
            }
        }

        return -1;
    }

    // A line break is a place to cut, whatever is before it.
    private static bool EndsSentence(string text, int at) => text[at - 1] == '\n' || Sentences.EndsAt(text, at);

    /// <summary>The first place from <paramref name="at"/> on where a word begins, and at most <paramref name="latest"/>.</summary>
    public static int WordStart(string text, int at, int latest)
    {
        at = Math.Max(0, at);
        while (at < latest && InsideWord(text, at))
        {
            at++;
        }

        while (at < latest && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>The last place up to <paramref name="at"/> where a word ends, and at least <paramref name="earliest"/>.</summary>
    public static int WordEnd(string text, int at, int earliest)
    {
        while (at > earliest && InsideWord(text, at))
        {
            at--;
        }

        while (at > earliest && char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    /// <summary>The last place up to <paramref name="at"/> where a character ends, with the marks that belong to it.</summary>
    public static int CharacterEnd(string text, int at)
    {
        while (at > 0 && InsideCharacter(text, at))
        {
            at--;
        }

        return at;
    }

    /// <summary>Whether a cut before the character would split a word, or a letter from its combining marks.</summary>
    private static bool InsideWord(string text, int at) =>
        at > 0 && at < text.Length
        && (InsideCharacter(text, at)
            || (!char.IsWhiteSpace(text[at]) && !char.IsWhiteSpace(text[at - 1])
                && !ScriptTable.IsUnspaced(text[at]) && !ScriptTable.IsUnspaced(text[at - 1])));

    private static bool InsideCharacter(string text, int at) =>
        at < text.Length
        && (char.IsLowSurrogate(text[at]) || char.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
