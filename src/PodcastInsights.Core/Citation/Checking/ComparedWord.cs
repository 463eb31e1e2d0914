using System.Buffers;
using System.Globalization;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>
/// A word as quotations are compared: cut and folded as the index does it, Han characters to their Simplified form as well.
/// </summary>
/// <param name="Token">As the index holds it.</param>
/// <param name="Folded">As it is compared.</param>
/// <param name="Part">Number of the text that it stands in, from 0.</param>
/// <param name="Start">In characters of that text.</param>
/// <param name="End">Just behind it.</param>
/// <param name="Position">As the index counts positions in that text's document.</param>
/// <param name="Joins">
/// Whether only punctuation stands between it and the word before, so that both may be written as one: e-mail, U.S.
/// </param>
internal readonly record struct ComparedWord(string Token, string Folded, int Part, int Start, int End, int Position, bool Joins)
{
    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\n\r\u00A0\u3000\u2009\u202F");

    private readonly int hash = string.GetHashCode(Folded, StringComparison.Ordinal);

    /// <summary>Whether it is the same word; most that are not are told apart by a number.</summary>
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

            // A full stop before a word is a sign to the index, which tells .NET from net; quotations drop punctuation.
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

    /// <summary>Letters with punctuation and no space between them are one word or two; digits are two numbers.</summary>
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
