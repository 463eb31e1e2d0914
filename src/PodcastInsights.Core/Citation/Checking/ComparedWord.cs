using System.Buffers;
using System.Globalization;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>A word as it is compared: tokenized and folded as in the index, and Han characters in their Simplified form.</summary>
/// <param name="Token">The token in the index.</param>
/// <param name="Folded">The folded word that is compared.</param>
/// <param name="Part">Number of the text that contains it, from 0.</param>
/// <param name="Start">Start in that text, in characters.</param>
/// <param name="End">End, exclusive.</param>
/// <param name="Position">Position in that text's document, as in the index.</param>
/// <param name="Joins">Whether only punctuation separates it from the word before, so that both may be written as one: e-mail, U.S.</param>
internal readonly record struct ComparedWord(string Token, string Folded, int Part, int Start, int End, int Position, bool Joins)
{
    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\n\r\u00A0\u3000\u2009\u202F");

    private readonly int hash = string.GetHashCode(Folded, StringComparison.Ordinal);

    /// <summary>Whether it is the same word. The hashes are compared first.</summary>
    public bool Is(in ComparedWord other) => hash == other.hash && Folded == other.Folded;

    /// <summary>Adds the words of a text.</summary>
    /// <returns>The position after the last word.</returns>
    public static int Read(string text, int part, int position, List<ComparedWord> into)
    {
        Span<char> buffer = stackalloc char[TokenReader.MaxLength];
        var reader = new TokenReader(text, buffer);
        var first = into.Count;
        while (reader.MoveNext())
        {
            position += reader.BreakBefore ? 1 : 0;
            var token = reader.Term.ToString();

            // The index keeps a full stop before a word, which distinguishes .NET from net; here punctuation is dropped.
            if (token != ".")
            {
                var joins = into.Count > first && reader.Kind == TokenKind.Word && Join(text, into[^1], reader.Start, token[0]);
                var folded = reader.Kind == TokenKind.Character ? HanForms.SimplifiedOf(token) : token;
                into.Add(new ComparedWord(token, folded, part, reader.Start, reader.End, position, joins));
            }

            position++;
        }

        return position;
    }

    /// <summary>Whether the two may be one word: letters with only punctuation between them are, digits are two numbers.</summary>
    private static bool Join(string text, in ComparedWord before, int start, char first)
    {
        var between = text.AsSpan(before.End, start - before.End);
        return !between.IsEmpty && !between.ContainsAny(Spaces) && char.IsLetterOrDigit(before.Folded[^1])
            && !(char.IsDigit(before.Folded[^1]) && char.IsDigit(first));
    }

    /// <summary>Whether it is written with a capital letter.</summary>
    public bool IsCapital(string text) =>
        char.GetUnicodeCategory(text, Start) is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;
}
