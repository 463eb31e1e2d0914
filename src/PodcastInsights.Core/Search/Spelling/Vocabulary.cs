using System.Globalization;
using PodcastInsights.Core.Search.Analysis;

namespace PodcastInsights.Core.Search.Spelling;

/// <summary>A word as indexed, with its frequency.</summary>
public readonly record struct VocabularyWord(string Text, int Occurrences);

/// <summary>
/// The words of the library: gives inflected forms of a word, corrections of a misspelt one and completions of a prefix. Immutable, so that
/// threads can share it.
/// </summary>
public sealed class Vocabulary
{
    private readonly VocabularyWord[] words;
    private readonly Dictionary<string, string[]> byStem;

    // Built on first use: for a large library it takes longer than everything else here.
    private readonly Lazy<OneDeleteIndex> spelling;

    /// <param name="indexed">All tokens of the index, in any order; those that are not words are ignored.</param>
    public Vocabulary(IEnumerable<VocabularyWord> indexed)
    {
        words = WordsAmong(indexed).OrderBy(static word => word.Text, StringComparer.Ordinal).ToArray();
        byStem = words
            .GroupBy(static word => EnglishStemmer.Stem(word.Text))
            .Where(static group => group.Skip(1).Any() || group.Key != group.First().Text)
            .ToDictionary(
                static group => group.Key,
                static group => group.OrderByDescending(static word => word.Occurrences).Select(static word => word.Text).ToArray(),
                StringComparer.Ordinal);
        spelling = new Lazy<OneDeleteIndex>(() => new OneDeleteIndex(words));
    }

    public static Vocabulary Empty { get; } = new([]);

    /// <summary>The tokens that are words.</summary>
    public static IEnumerable<VocabularyWord> WordsAmong(IEnumerable<VocabularyWord> indexed) =>
        indexed.Where(static word => IsWord(word.Text));

    public int Count => words.Length;

    /// <summary>Words from the whole alphabet, up to the given number.</summary>
    public IReadOnlyList<string> Some(int count) =>
        [.. Enumerable.Range(0, Math.Min(count, words.Length)).Select(i => words[(int)((long)i * words.Length / count)].Text)];

    public int OccurrencesOf(string word)
    {
        var index = IndexOf(word);
        return index >= 0 ? words[index].Occurrences : 0;
    }

    /// <summary>Other words with the same stem, the most frequent first.</summary>
    public IReadOnlyList<string> InflectionsOf(string word) =>
        byStem.TryGetValue(EnglishStemmer.Stem(word), out var forms) ? Array.FindAll(forms, form => form != word) : [];

    /// <summary>Words one typing error away, the likeliest first; empty for words of three letters or less, which are similar to too many.</summary>
    public IReadOnlyList<VocabularyWord> CorrectionsOf(string word) => spelling.Value.Find(word);

    /// <summary>The most frequent words with the prefix.</summary>
    public IReadOnlyList<VocabularyWord> StartingWith(string prefix, int count)
    {
        var from = IndexOf(prefix);
        var best = new PriorityQueue<VocabularyWord, int>(count + 1);
        for (var i = from < 0 ? ~from : from; i < words.Length && words[i].Text.StartsWith(prefix, StringComparison.Ordinal); i++)
        {
            best.Enqueue(words[i], words[i].Occurrences);
            if (best.Count > count)
            {
                best.Dequeue();
            }
        }

        return best.UnorderedItems.Select(static item => item.Element)
            .OrderByDescending(static word => word.Occurrences).ThenBy(static word => word.Text, StringComparer.Ordinal).ToList();
    }

    private int IndexOf(string word) =>
        Array.BinarySearch(
            words, new VocabularyWord(word, 0), Comparer<VocabularyWord>.Create(static (x, y) => string.CompareOrdinal(x.Text, y.Text)));

    // Whether the token is a word: characters of scripts without spaces, numbers and the index's marks are not.
    private static bool IsWord(string token) =>
        token.Length > 1 && token.Any(static c => char.GetUnicodeCategory(c) is UnicodeCategory.LowercaseLetter);
}
