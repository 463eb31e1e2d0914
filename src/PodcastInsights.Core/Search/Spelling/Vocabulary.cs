using System.Collections.Concurrent;
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

    /// <summary>Number of words from which on looking a stem up is not repeated, although no word has it.</summary>
    private const int ManyWords = 1000;

    // Filled by what is asked: at a start, the stems of all words took a third of the time until searching was prepared. Stems of words in
    // the library are kept, and those with whose beginning many words begin, of which there are few. So no sequence of queries grows it
    // beyond the size of the vocabulary, or makes a long look-up twice.
    private readonly ConcurrentDictionary<string, string[]> byStem = new(StringComparer.Ordinal);

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
    public IReadOnlyList<string> InflectionsOf(string word)
    {
        var stem = EnglishStemmer.Stem(word);
        if (!byStem.TryGetValue(stem, out var forms))
        {
            forms = FormsOf(stem, out var read);
            if (forms.Length > 0 || read >= ManyWords)
            {
                byStem.TryAdd(stem, forms);
            }
        }

        return Array.FindAll(forms, form => form != word);
    }

    /// <summary>Words one typing error away, the likeliest first; empty for words of three letters or less, which are similar to too many.</summary>
    public IReadOnlyList<VocabularyWord> CorrectionsOf(string word) => spelling.Value.Find(word);

    /// <summary>The most frequent words with the prefix.</summary>
    public IReadOnlyList<VocabularyWord> StartingWith(string prefix, int count)
    {
        var best = new PriorityQueue<VocabularyWord, int>(count + 1);
        for (var i = FirstFrom(prefix); i < words.Length && words[i].Text.StartsWith(prefix, StringComparison.Ordinal); i++)
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

    /// <param name="read">Number of words that were compared.</param>
    /// <returns>The words of the stem, most frequent first.</returns>
    private string[] FormsOf(string stem, out int read)
    {
        read = 0;
        var found = new List<VocabularyWord>();
        foreach (var beginning in EnglishStemmer.BeginningsOf(stem))
        {
            for (var i = FirstFrom(beginning); i < words.Length && words[i].Text.StartsWith(beginning, StringComparison.Ordinal); i++)
            {
                read++;
                if (EnglishStemmer.Stem(words[i].Text) == stem)
                {
                    found.Add(words[i]);
                }
            }
        }

        return
        [
            .. found.Distinct().OrderByDescending(static word => word.Occurrences).ThenBy(static word => word.Text, StringComparer.Ordinal)
                .Select(static word => word.Text),
        ];
    }

    /// <summary>Index of the first word that is not before the text.</summary>
    private int FirstFrom(string text) => IndexOf(text) is var index && index < 0 ? ~index : index;

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
