using System.Globalization;
using System.Runtime.InteropServices;
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
    private static readonly Comparer<VocabularyWord> ByText =
        Comparer<VocabularyWord>.Create(static (x, y) => string.CompareOrdinal(x.Text, y.Text));

    private readonly VocabularyWord[] words;
    private readonly Dictionary<string, string[]> byStem;

    // Built on first use: for a large library it takes longer than everything else here.
    private readonly Lazy<SymmetricDeleteIndex> spelling;

    /// <param name="indexed">All tokens of the index, in any order; those that are not words are ignored.</param>
    public Vocabulary(IEnumerable<VocabularyWord> indexed)
    {
        words = [.. WordsAmong(indexed)];

        // Stores give the words in order, and a start has no time to sort them again.
        if (!IsInOrder(words))
        {
            Array.Sort(words, ByText);
        }

        byStem = FormsByStem(words);
        spelling = new Lazy<SymmetricDeleteIndex>(() => new SymmetricDeleteIndex(words));
    }

    public static Vocabulary Empty { get; } = new([]);

    /// <summary>The tokens that are words.</summary>
    public static IEnumerable<VocabularyWord> WordsAmong(IEnumerable<VocabularyWord> indexed) =>
        indexed.Where(static word => IsWord(word.Text));

    /// <summary>Adds the occurrences of words that are given several times.</summary>
    /// <returns>Each word once, in any order.</returns>
    public static IEnumerable<VocabularyWord> Sum(IEnumerable<VocabularyWord> words)
    {
        var sums = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (text, occurrences) in words)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(sums, text, out _) += occurrences;
        }

        return sums.Select(static sum => new VocabularyWord(sum.Key, sum.Value));
    }

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
        Array.BinarySearch(words, new VocabularyWord(word, 0), ByText);

    private static bool IsInOrder(VocabularyWord[] words)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (ByText.Compare(words[i - 1], words[i]) > 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <returns>The words of each stem, most frequent first; a word that is its own stem and the only one of it is left out.</returns>
    private static Dictionary<string, string[]> FormsByStem(VocabularyWord[] words)
    {
        // For each stem its last word, and for each word the one before it with the same stem, or -1: a list for each of some hundred
        // thousand stems would take longer than all else at a start.
        var last = new Dictionary<string, int>(words.Length, StringComparer.Ordinal);
        var before = new int[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            ref var at = ref CollectionsMarshal.GetValueRefOrAddDefault(last, EnglishStemmer.Stem(words[i].Text), out var isKnown);
            before[i] = isKnown ? at : -1;
            at = i;
        }

        var byStem = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (stem, at) in last)
        {
            if (before[at] >= 0 || stem != words[at].Text)
            {
                byStem.Add(stem, Forms(at));
            }
        }

        return byStem;

        string[] Forms(int at)
        {
            var forms = new List<VocabularyWord>();
            for (; at >= 0; at = before[at])
            {
                forms.Add(words[at]);
            }

            forms.Reverse();
            return [.. forms.OrderByDescending(static word => word.Occurrences).Select(static word => word.Text)];
        }
    }

    // Whether the token is a word: characters of scripts without spaces, numbers and the index's marks are not.
    private static bool IsWord(string token)
    {
        if (token.Length <= 1)
        {
            return false;
        }

        foreach (var c in token)
        {
            if (char.GetUnicodeCategory(c) is UnicodeCategory.LowercaseLetter)
            {
                return true;
            }
        }

        return false;
    }
}
