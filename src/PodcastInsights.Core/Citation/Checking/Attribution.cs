using System.Buffers;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>Who a text says has said what it quotes: "Ada Quill: ...", "as Ada put it: ...", "... — Ada Quill".</summary>
/// <param name="Name">As the library has it, or as the text gives a part of it.</param>
/// <param name="Quoted">The text without it.</param>
internal sealed record Attribution(string Name, TextRange Quoted)
{
    // A name and some words around it.
    private const int MostWords = 12;

    // Behind a quotation the name stands among the first words: "...," said Ada Quill.
    private const int NameBehind = 5;

    private static readonly SearchValues<char> Sources = SearchValues.Create("—–―~|(（\n");
    private static readonly SearchValues<char> Ends = SearchValues.Create(".?!。？！\n”»」』");

    /// <summary>What stands before a colon or behind a dash, a bracket or a line's end, where it names one of the speakers; else null.</summary>
    public static Attribution? Of(GivenWords given, KnownNames names)
    {
        for (var i = 1; i < given.Count && i <= MostWords; i++)
        {
            if (given.Between(i).IndexOfAny(":：") >= 0 && names.In(given.Words.AsSpan(..i)) is { } name)
            {
                return new Attribution(name, new TextRange(given.Words[i - 1].End + 1, given.Text.Length));
            }
        }

        for (var i = given.Count - 1; i > 0 && i >= given.Count - MostWords; i--)
        {
            if (LeadsToSource(given.Between(i)) && names.In(First(given.Words.AsSpan(i..))) is { } name)
            {
                return new Attribution(name, new TextRange(0, given.Words[i - 1].End));
            }
        }

        return null;
    }

    /// <summary>Who is named around a passage between quotation marks: "Ada Quill said: “...”", "“...,” said Ada Quill".</summary>
    public static string? Around(string text, TextRange quoted, KnownNames names)
    {
        var before = text[..quoted.Start].TrimEnd(' ', '"', '“', '„', '«', '「', '『', '‘', '＂', '\n');
        if (before.Length > 0 && ":：,，".Contains(before[^1], StringComparison.Ordinal))
        {
            var sentence = before[(before.AsSpan(0, before.Length - 1).LastIndexOfAny(Ends) + 1)..];
            if (names.In(new GivenWords(sentence).Words) is { } name)
            {
                return name;
            }
        }

        var behind = text[quoted.End..].TrimStart('"', '”', '“', '»', '」', '』', '’', '＂', ' ');
        var goesOn = quoted.End > 0 && ",，".Contains(text[quoted.End - 1], StringComparison.Ordinal);
        return goesOn || (behind.Length > 0 && LeadsToSource(behind.AsSpan(0, 1)))
            ? names.In(First(new GivenWords(behind).Words))
            : null;
    }

    private static ReadOnlySpan<ComparedWord> First(ReadOnlySpan<ComparedWord> words) => words[..Math.Min(words.Length, NameBehind)];

    private static bool LeadsToSource(ReadOnlySpan<char> between) =>
        between.IndexOfAny(Sources) >= 0 || between.Contains(" - ", StringComparison.Ordinal) || between.Contains(" -- ", StringComparison.Ordinal);
}
