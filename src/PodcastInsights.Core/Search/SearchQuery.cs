using System.Buffers;
using System.Globalization;
using System.Text;

namespace PodcastInsights.Core.Search;

/// <summary>
/// What a person typed, understood: words that a turn must hold and phrases that it must hold in that order.
/// Any text at all is a query; one without a letter or digit is the empty query, a state and no error.
/// </summary>
/// <param name="Text">As typed, trimmed.</param>
public sealed record SearchQuery(string Text, IReadOnlyList<SearchTerm> Terms)
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„«»");

    public bool IsEmpty => Terms.Count == 0;

    public static SearchQuery Parse(string? text)
    {
        text = (text ?? "").Trim();
        var terms = new List<SearchTerm>();
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var quote = rest.IndexOfAny(Quotes);
            var loose = quote < 0 ? rest : rest[..quote];
            foreach (var word in Words(loose))
            {
                terms.Add(new SearchTerm([word]));
            }

            if (quote < 0)
            {
                break;
            }

            rest = rest[(quote + 1)..];
            var end = rest.IndexOfAny(Quotes);

            // A quote that is never closed holds loose words: half a phrase is still being typed.
            if (end < 0)
            {
                continue;
            }

            if (Words(rest[..end]) is { Count: > 0 } phrase)
            {
                terms.Add(new SearchTerm(phrase));
            }

            rest = rest[(end + 1)..];
        }

        return new SearchQuery(text, terms);
    }

    private static List<string> Words(ReadOnlySpan<char> text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            // What stands between words for the index does so here too: see the tokenizer of the schema.
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.PrivateUse)
            {
                word.Append(rune);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }
}

/// <summary>One word, or several that stand next to each other in this order.</summary>
public sealed record SearchTerm(IReadOnlyList<string> Words);
