using System.Buffers;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>Who a text says has said what it quotes: "Ada Quill: ...", "as Ada put it: ...", "... — Ada Quill".</summary>
/// <param name="Name">As the library has it, or as the text gives a part of it.</param>
/// <param name="Quoted">The text without it.</param>
internal sealed record Attribution(string Name, TextRange Quoted)
{
    // A name and some words around it.
    private const int MostWords = 12;

    private const int MostWordsOfName = 3;

    // Behind a quotation, where its own comma leads on to who said it: "...," said Ada Quill.
    private const int NameBehind = 5;

    private static readonly SearchValues<char> Sources = SearchValues.Create("—–―~|(（\n");
    private static readonly SearchValues<char> Ends = SearchValues.Create(".?!。？！\n”»」』");

    /// <summary>What stands before a colon or behind a dash, a bracket or a line's end, where it names one of the speakers; else null.</summary>
    public static Attribution? Of(GivenWords given, IReadOnlyList<SearchSpeaker> speakers)
    {
        for (var i = 1; i < given.Count && i <= MostWords; i++)
        {
            if (given.Between(i).IndexOfAny(":：") >= 0 && NameIn(given.Words.AsSpan(..i), speakers) is { } name)
            {
                return new Attribution(name, new TextRange(given.Words[i - 1].End + 1, given.Text.Length));
            }
        }

        for (var i = given.Count - 1; i > 0 && i >= given.Count - MostWords; i--)
        {
            if (LeadsToSource(given.Between(i)) && NameIn(given.Words.AsSpan(i..), speakers) is { } name)
            {
                return new Attribution(name, new TextRange(0, given.Words[i - 1].End));
            }
        }

        return null;
    }

    /// <summary>Who is named around a passage between quotation marks: "Ada Quill said: “...”", "“...,” said Ada Quill".</summary>
    public static string? Around(string text, TextRange quoted, IReadOnlyList<SearchSpeaker> speakers)
    {
        var before = text[..quoted.Start].TrimEnd(' ', '"', '“', '„', '«', '「', '『', '‘', '＂', '\n');
        if (before.Length > 0 && ":：,，".Contains(before[^1], StringComparison.Ordinal))
        {
            var sentence = before[(before.AsSpan(0, before.Length - 1).LastIndexOfAny(Ends) + 1)..];
            if (NameIn(new GivenWords(sentence).Words, speakers) is { } name)
            {
                return name;
            }
        }

        var behind = text[quoted.End..].TrimStart('"', '”', '“', '»', '」', '』', '’', '＂', ' ');
        var goesOn = quoted.End > 0 && ",，".Contains(text[quoted.End - 1], StringComparison.Ordinal);
        return goesOn || (behind.Length > 0 && LeadsToSource(behind.AsSpan(0, 1)))
            ? NameIn(new GivenWords(behind).Words.AsSpan() is var words && words.Length > NameBehind ? words[..NameBehind] : words, speakers)
            : null;
    }

    private static bool LeadsToSource(ReadOnlySpan<char> between) =>
        between.IndexOfAny(Sources) >= 0 || between.Contains(" - ", StringComparison.Ordinal) || between.Contains(" -- ", StringComparison.Ordinal);

    /// <summary>The longest name of a speaker among the words; or the words themselves, where they are a part of one.</summary>
    private static string? NameIn(ReadOnlySpan<ComparedWord> words, IReadOnlyList<SearchSpeaker> speakers)
    {
        var text = $" {string.Join(' ', words.ToArray().Select(static word => word.Folded))} ";
        var (found, length) = ((string?)null, 0);
        foreach (var speaker in speakers)
        {
            var name = new List<ComparedWord>();
            ComparedWord.Read(speaker.Name, 0, 0, name);
            var folded = $" {string.Join(' ', name.Select(static word => word.Folded))} ";
            var isIn = name.Count > 0 && (text.Contains(folded, StringComparison.Ordinal)
                || (words.Length <= MostWordsOfName && folded.Contains(text, StringComparison.Ordinal)));
            if (isIn && name.Count > length)
            {
                (found, length) = (text.Contains(folded, StringComparison.Ordinal) ? speaker.Name : text.Trim(), name.Count);
            }
        }

        return found;
    }
}
