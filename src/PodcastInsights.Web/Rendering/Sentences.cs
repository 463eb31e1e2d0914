using System.Buffers;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Web.Rendering;

/// <summary>
/// Lets the eye rest in paragraphs that fill a screen: they are shown in parts that end with a sentence. The words stay one
/// paragraph, each character as the transcript has it.
/// </summary>
public static class Sentences
{
    // About ten lines of the text column, and five: the shortest that still reads as a paragraph.
    private const int LongText = 800;
    private const int PartLength = 400;

    // A Chinese character is as wide as two letters.
    private const int WideFactor = 2;

    private static readonly SearchValues<char> Opening = SearchValues.Create("“‘「『（([");

    /// <returns>The parts in order, without gaps; one where the paragraph is not long.</returns>
    public static IReadOnlyList<TextRange> PartsOf(string text, string language)
    {
        var factor = language is "zh" or "ja" or "ko" ? WideFactor : 1;
        if (text.Length * factor < LongText)
        {
            return [new(0, text.Length)];
        }

        var parts = new List<TextRange>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var end = EndOfSentence(text, at);
            if (end > 0 && (end - start) * factor >= PartLength && (text.Length - end) * factor >= PartLength / 2)
            {
                parts.Add(new(start, end));
                start = end;
            }
        }

        parts.Add(new(start, text.Length));
        return parts;
    }

    /// <summary>Where the next sentence begins, if one ends with this character; else 0.</summary>
    private static int EndOfSentence(string text, int at)
    {
        var end = PastClosing(text, at);
        if (IsWideMark(text[at]))
        {
            return end;
        }

        // "Dr." and "U.S." end no sentence: before the stop there must be a word of some length.
        if (text[at] is not ('.' or '!' or '?') || (text[at] == '.' && (at < 3 || !text.AsSpan(at - 3, 3).ContainsOnlyLetters())))
        {
            return 0;
        }

        return end + 1 < text.Length && text[end] == ' ' && !char.IsLower(text[end + 1]) ? end + 1 : 0;
    }

    /// <summary>
    /// The end of the sentence that this mark ends: further marks belong to it, and the quotes and brackets that close right after
    /// them. One behind a blank opens the next sentence.
    /// </summary>
    private static int PastClosing(string text, int at)
    {
        // Chinese has no blanks, so that there a straight quote may just as well open.
        var closing = IsWideMark(text[at]) ? "！？”’」』）" : "!?\"”'’)]";
        var end = at + 1;
        while (end < text.Length && closing.Contains(text[end], StringComparison.Ordinal))
        {
            end++;
        }

        return end;
    }

    private static bool IsWideMark(char character) => character is '。' or '！' or '？';

    private static bool ContainsOnlyLetters(this ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsLetterOrDigit(character))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The last sentence of the text that asks something; null where none does.</summary>
    public static string? LastQuestion(string text)
    {
        var mark = text.LastIndexOfAny(['?', '？']);
        if (mark < 0)
        {
            return null;
        }

        var start = 0;
        for (var at = 0; at < mark; at++)
        {
            var end = text[at] is '?' or '？' ? PastClosing(text, at) : EndOfSentence(text, at);
            start = end > 0 && end <= mark ? end : start;
        }

        // What an earlier sentence opened is not this one's to close.
        var question = text[start..(mark + 1)].Trim();
        var opens = question.Count(character => character == '"') % 2 == 1 || question.AsSpan().ContainsAny(Opening);
        return opens ? text[start..PastClosing(text, mark)].Trim() : question;
    }
}
