using System.Buffers;
using PodcastInsights.Core.Search.Analysis;

namespace PodcastInsights.Core.Search.Querying;

/// <summary>Splits a part of a query into terms, by the tokenizer of the index.</summary>
internal static class QueryTerms
{
    // Characters that join the parts of one term, as in "go-to-market", "example.com" or "A/B"; other signs separate terms.
    private static readonly SearchValues<char> Joints = SearchValues.Create("-‐‑–._/\\@&+:~'’·=");

    /// <summary>The tokens of a quoted phrase, with the index's break mark where punctuation separates characters.</summary>
    /// <param name="offset">Start of <paramref name="text"/> in the whole query.</param>
    public static List<SearchToken> Phrase(ReadOnlySpan<char> text, int offset)
    {
        var tokens = new List<SearchToken>();
        var reader = new TokenReader(text, stackalloc char[TokenReader.MaxLength]);
        while (reader.MoveNext())
        {
            if (tokens.Count > 0 && reader.BreakBefore)
            {
                tokens.Add(new SearchToken(IndexedText.Break, offset + reader.Start, 0));
            }

            tokens.Add(Token(reader, offset));
        }

        return tokens;
    }

    /// <summary>The terms of text typed without a space: one word, a compound, or words of several scripts.</summary>
    public static List<SearchTerm> Loose(ReadOnlySpan<char> text, int offset)
    {
        var terms = new List<SearchTerm>();
        var tokens = new List<SearchToken>();
        var reader = new TokenReader(text, stackalloc char[TokenReader.MaxLength]);
        var before = TokenKind.Word;
        var end = 0;
        while (reader.MoveNext())
        {
            if (tokens.Count > 0 && Parts(text[end..reader.Start], before, reader.Kind))
            {
                terms.Add(Term(text, offset, tokens));
                tokens = [];
            }

            tokens.Add(Token(reader, offset));
            before = reader.Kind;
            end = reader.End;
        }

        if (tokens.Count > 0)
        {
            terms.Add(Term(text, offset, tokens));
        }

        return terms;
    }

    private static bool Parts(ReadOnlySpan<char> between, TokenKind before, TokenKind after) =>
        (before == TokenKind.Character) != (after == TokenKind.Character)
        || between.ContainsAnyExcept(Joints)
        || (!between.IsEmpty && before == TokenKind.Character);

    private static SearchToken Token(in TokenReader reader, int offset) =>
        new(reader.Term.ToString(), offset + reader.Start, reader.End - reader.Start);

    private static SearchTerm Term(ReadOnlySpan<char> text, int offset, List<SearchToken> tokens)
    {
        var start = tokens[0].Start - offset;
        var end = tokens[^1].Start + tokens[^1].Length - offset;
        return new SearchTerm(text[start..end].ToString(), tokens, TermMatch.Inflected);
    }
}
