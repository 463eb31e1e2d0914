using System.Buffers;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>The attribution in a quoting text: "Ada Quill: ...", "as Ada put it: ...", "... — Ada Quill".</summary>
/// <param name="Name">Name of a speaker of the library, or the part of one that the text gives.</param>
/// <param name="Quoted">The text without the attribution.</param>
internal sealed record Attribution(string Name, TextRange Quoted)
{
    // Largest number of words of an attribution.
    private const int MostWords = 12;

    // After a quotation the name is among the first words: "...," said Ada Quill.
    private const int NameBehind = 5;

    private static readonly SearchValues<char> Sources = SearchValues.Create("—–―~|(（\n");
    private static readonly SearchValues<char> Ends = SearchValues.Create(".?!。？！\n”»」』");

    /// <summary>
    /// Finds an attribution before a colon, or after a dash, a bracket or a line break, that names one of the speakers; null where there is
    /// none.
    /// </summary>
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

    /// <summary>Finds the name around a passage in quotation marks: "Ada Quill said: “...”", "“...,” said Ada Quill".</summary>
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
