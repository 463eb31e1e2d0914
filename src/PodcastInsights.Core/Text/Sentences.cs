using System.Buffers;
using System.Collections.Frozen;

namespace PodcastInsights.Core.Text;

/// <summary>
/// Finds the ends of sentences. A full stop that is particular to a script, such as 。, always ends one. A point, question mark or
/// exclamation mark ends one before white space and something that can begin a sentence, so <c>lemontree. com</c> is not split; between
/// characters of scripts without spaces no white space is needed. A point after an initial or a title, as in <c>Dr. Quill</c>, and an
/// ellipsis end nothing.
/// </summary>
public static class Sentences
{
    /// <summary>Longest sentence in characters. Longer ones are cut at a space, so that searching a sentence stays linear.</summary>
    private const int Longest = 600;

    /// <summary>Longest sentence where there is no space to cut at.</summary>
    private const int LongestWithoutSpace = 2 * Longest;

    /// <summary>Largest number of marks and closing signs after a mark that belong to the sentence.</summary>
    private const int MostClosing = 32;

    // Full stops that have no other use: Chinese and Japanese, Arabic and Urdu, Hindi, Burmese, Khmer, Amharic, Armenian.
    private const string OwnMarks = "。！？｡؟۔।॥။។៕።፧։";

    private const string Marks = ".?!…．";

    private const string Closing = "\"'”’»)]」』）】》〉";

    // These may be opening or closing quotes.
    private const string StraightQuotes = "\"'";

    private static readonly SearchValues<char> AllMarks = SearchValues.Create(OwnMarks + Marks);
    private static readonly SearchValues<char> Own = SearchValues.Create(OwnMarks);
    private static readonly SearchValues<char> Closers = SearchValues.Create(Closing);
    private static readonly SearchValues<char> Opening = SearchValues.Create("“‘「『（([");
    private static readonly SearchValues<char> Asking = SearchValues.Create("?？؟፧");

    // White space and the closing marks of Markdown emphasis.
    private static readonly SearchValues<char> Behind = SearchValues.Create(Closing + "*_ \t\r\n\u00A0\u3000");

    // Abbreviations before a name, in European languages. Those that often end a sentence ("Inc.", "etc.") or are words ("No.") are left
    // out.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles = FrozenSet.Create(
        StringComparer.Ordinal,
        "Dr", "Mr", "Mrs", "Ms", "Mx", "Messrs", "St", "Mt", "Ft", "Prof", "Rev", "Hon", "Gov", "Sen", "Rep", "Gen", "Col", "Maj", "Capt", "Cmdr", "Lt",
        "Sgt", "vs", "Hr", "Fr", "Mme", "Mlle", "Mgr", "Sr", "Sra", "Srta", "Dra", "Sig", "Dott").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The sentences of a paragraph, trimmed; long ones are cut so that searching them stays cheap.</summary>
    public static IEnumerable<string> In(string paragraph)
    {
        var start = 0;
        for (var at = 0; at < paragraph.Length; at++)
        {
            if (at - start >= Longest && (char.IsWhiteSpace(paragraph[at]) || at - start >= LongestWithoutSpace))
            {
                yield return paragraph[start..at];
                start = char.IsWhiteSpace(paragraph[at]) ? at + 1 : at;
            }

            if (AllMarks.Contains(paragraph[at]))
            {
                var behind = PastClosing(paragraph, at);
                if (EndOf(paragraph, at) > 0)
                {
                    yield return paragraph[start..behind].Trim();
                    start = behind;
                }

                at = behind - 1;
            }
        }

        if (start < paragraph.Length && paragraph[start..].Trim() is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }

    /// <summary>
    /// Index after the sentence that the mark at <paramref name="at"/> ends, with closing quotes and brackets; 0 where it ends none.
    /// </summary>
    public static int EndOf(ReadOnlySpan<char> text, int at)
    {
        if (!AllMarks.Contains(text[at]))
        {
            return 0;
        }

        var first = FirstMark(text, at);
        var end = PastClosing(text, first);
        if (text[first..end].ContainsAny(Own) || end == text.Length)
        {
            return end;
        }

        if (!char.IsWhiteSpace(text[end]))
        {
            return first > 0 && ScriptTable.IsUnspaced(text[first - 1]) && ScriptTable.IsUnspaced(text[end]) && !TrailsOff(text[first..end]) ? end : 0;
        }

        var next = text[end..].TrimStart();
        return next.IsEmpty || !(char.IsLower(next[0]) || TrailsOff(text[first..end]) || IsShortened(text, first)) ? end : 0;
    }

    /// <summary>Whether a sentence ends just before the character.</summary>
    public static bool EndsAt(ReadOnlySpan<char> text, int at)
    {
        var mark = at - 1;
        while (mark > 0 && at - mark < MostClosing && Closers.Contains(text[mark]))
        {
            mark--;
        }

        return mark >= 0 && EndOf(text, mark) == at;
    }

    /// <summary>Whether the words end like a sentence, also within quotes, brackets or emphasis. An ellipsis does not count.</summary>
    public static bool AreEnded(ReadOnlySpan<char> words)
    {
        var said = WithoutClosing(words);
        return !said.IsEmpty && AllMarks.Contains(said[^1]) && !TrailsOff(said[FirstMark(said, said.Length - 1)..]);
    }

    /// <summary>Whether the words end like a sentence or with an ellipsis.</summary>
    public static bool AreEndedOrTrailOff(ReadOnlySpan<char> words) => WithoutClosing(words) is [.., var last] && AllMarks.Contains(last);

    /// <summary>Whether the words end with a question mark.</summary>
    public static bool AreAsked(ReadOnlySpan<char> words) => WithoutClosing(words) is [.., var last] && Asking.Contains(last);

    /// <summary>Whether the character is a mark that can end a sentence.</summary>
    public static bool IsMark(char character) => AllMarks.Contains(character);

    /// <summary>The last question in the text; null where there is none.</summary>
    public static string? LastQuestion(string text)
    {
        var mark = text.AsSpan().LastIndexOfAny(Asking);
        if (mark < 0)
        {
            return null;
        }

        var start = 0;
        for (var at = 0; at < mark; at++)
        {
            if (AllMarks.Contains(text[at]))
            {
                var end = Asking.Contains(text[at]) ? PastClosing(text, at) : EndOf(text, at);
                start = end > 0 && end <= mark ? end : start;
            }
        }

        // Quotes that an earlier sentence opened are not closed here.
        var question = text[start..(mark + 1)].Trim();
        var opens = question.Count(character => character == '"') % 2 == 1 || question.AsSpan().ContainsAny(Opening);
        return opens ? text[start..PastClosing(text, mark)].Trim() : question;
    }

    /// <summary>
    /// Index after further marks and the closing quotes and brackets right after them. A straight quote with no space after it may be an
    /// opening one in scripts without spaces.
    /// </summary>
    private static int PastClosing(ReadOnlySpan<char> text, int mark)
    {
        var end = mark + 1;
        var most = Math.Min(text.Length, end + MostClosing);
        while (end < most && (AllMarks.Contains(text[end]) || Closers.Contains(text[end])))
        {
            end++;
        }

        if (end < text.Length && !char.IsWhiteSpace(text[end]) && text[mark..end].ContainsAny(Own))
        {
            while (end > mark + 1 && StraightQuotes.Contains(text[end - 1], StringComparison.Ordinal))
            {
                end--;
            }
        }

        return end;
    }

    private static ReadOnlySpan<char> WithoutClosing(ReadOnlySpan<char> words) => words[..(words.LastIndexOfAnyExcept(Behind) + 1)];

    /// <summary>Index of the first mark in a run of marks and closing signs.</summary>
    private static int FirstMark(ReadOnlySpan<char> text, int mark)
    {
        var first = mark;
        for (var at = mark - 1; at >= 0 && mark - at < MostClosing; at--)
        {
            if (AllMarks.Contains(text[at]))
            {
                first = at;
            }
            else if (!Closers.Contains(text[at]))
            {
                break;
            }
        }

        return first;
    }

    /// <summary>Whether the marks are an ellipsis: two or more points and nothing else.</summary>
    private static bool TrailsOff(ReadOnlySpan<char> marks)
    {
        var run = marks.IndexOfAnyExcept(AllMarks);
        var dots = run < 0 ? marks : marks[..run];
        return !dots.ContainsAnyExcept('.', '…') && (dots.Length > 1 || dots[0] == '…');
    }

    /// <summary>Whether the point belongs to an abbreviation: an initial, the last point of one with several, as <c>p.m.</c>, or a title.</summary>
    private static bool IsShortened(ReadOnlySpan<char> text, int point)
    {
        if (text[point] != '.')
        {
            return false;
        }

        var start = point;
        while (start > 0 && point - start < 8 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        var word = text[start..point];
        return word.Length == 1
            ? (start > 0 && text[start - 1] == '.') || (char.IsUpper(word[0]) && word[0] != 'I')
            : Titles.Contains(word);
    }
}
