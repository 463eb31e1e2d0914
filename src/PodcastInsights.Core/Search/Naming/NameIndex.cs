using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Search.Naming;

/// <summary>A name in the index.</summary>
/// <param name="Thing">Number of the named thing, given by the caller; one thing may have several names.</param>
/// <param name="Weight">Of two equally good matches, the one with the greater weight comes first.</param>
internal readonly record struct IndexedName(string Name, int Thing, long Weight)
{
    /// <summary>The part of the name that is indexed; null for the whole name.</summary>
    public string? Part { get; init; }
}

/// <summary>
/// An index of names of one kind: by whole name, with one typing error, or by prefixes of words. Immutable, so that threads can share it.
/// </summary>
internal sealed class NameIndex
{
    // Largest number of words typed for which typing errors are considered, and of corrections for one word.
    private const int MostWithSlip = 8;
    private const int MostMeant = 8;

    // Largest number of names of one thing that are compared: titles in all languages and parts of them.
    private const int NamesOfThing = 8;

    private readonly IndexedName[] names;

    // The words of all names in sequence, as numbers into the sorted words.
    private readonly int[] wordStarts;
    private readonly int[] nameWords;

    // The distinct words in ordinal order, and for each the names that contain it.
    private readonly string[] words;
    private readonly int[] postingStarts;
    private readonly int[] postings;

    private readonly ILookup<string, int> byKey;
    private readonly Lazy<EditDistanceIndex> slips;
    private readonly Lazy<SymmetricDeleteIndex> wordSlips;

    public NameIndex(IEnumerable<IndexedName> indexed)
    {
        // Names with greater weight have lower numbers.
        names = [.. indexed.OrderByDescending(static name => name.Weight)];
        var folded = Array.ConvertAll(names, static name => FoldedName.Of(name.Part ?? name.Name));
        words = [.. folded.SelectMany(static name => name.Words).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var numbers = words.Index().ToDictionary(static word => word.Item, static word => word.Index, StringComparer.Ordinal);
        wordStarts = new int[names.Length + 1];
        nameWords = new int[folded.Sum(static name => name.Words.Count)];
        var counts = new int[words.Length + 1];
        var at = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            foreach (var word in folded[i].Words)
            {
                nameWords[at] = numbers[word];
                counts[nameWords[at++] + 1]++;
            }

            wordStarts[i + 1] = at;
        }

        for (var i = 0; i < words.Length; i++)
        {
            counts[i + 1] += counts[i];
        }

        postingStarts = [.. counts];
        postings = new int[nameWords.Length];
        for (var i = 0; i < names.Length; i++)
        {
            foreach (var word in WordsOf(i))
            {
                postings[counts[word]++] = i;
            }
        }

        var keys = Array.ConvertAll(folded, static name => name.Key);
        byKey = Enumerable.Range(0, keys.Length).Where(i => keys[i].Length > 0).ToLookup(i => keys[i], StringComparer.Ordinal);
        slips = new Lazy<EditDistanceIndex>(() => new EditDistanceIndex(keys));
        wordSlips = new Lazy<SymmetricDeleteIndex>(() => new SymmetricDeleteIndex(words.Select(static word => new VocabularyWord(word, int.MaxValue / 16))));
    }

    /// <summary>Builds the index for typing errors, so that the first query does not have to.</summary>
    public void Prepare() => _ = slips.Value;

    /// <summary>Things with exactly this name, the heaviest first.</summary>
    public IReadOnlyList<IndexedName> Called(FoldedName typed) => Distinct(byKey[typed.Key]);

    /// <summary>Things whose name is one typing error away, the heaviest first.</summary>
    public IReadOnlyList<IndexedName> NearlyCalled(FoldedName typed) => Distinct(slips.Value.Find(typed.Key));

    /// <summary>
    /// Things with a name in which each typed word is a prefix of a word, in any order; where there are none, one of the words may have a
    /// typing error.
    /// </summary>
    /// <param name="most">Largest number of results. Names of which more was typed come first, then those with the words in order.</param>
    /// <param name="forgiving">Whether one typing error is allowed.</param>
    public IReadOnlyList<IndexedName> Completing(FoldedName typed, int most, bool forgiving = true)
    {
        if (typed.Words.Count == 0)
        {
            return [];
        }

        var ranges = typed.Words.Select(RangeOf).ToArray();
        var found = Completing(ranges, most);
        for (var i = 0; forgiving && i < ranges.Length && ranges.Length <= MostWithSlip && found.Count == 0; i++)
        {
            foreach (var meant in wordSlips.Value.Find(typed.Words[i]).Take(MostMeant))
            {
                var number = Array.BinarySearch(words, meant.Text, StringComparer.Ordinal);
                found = Completing([.. ranges[..i], (number, number + 1), .. ranges[(i + 1)..]], most);
                if (found.Count > 0)
                {
                    break;
                }
            }
        }

        return found;
    }

    /// <summary>All things, the heaviest first.</summary>
    public IReadOnlyList<IndexedName> Heaviest(int most) => [.. names.DistinctBy(static name => name.Thing).Take(most)];

    private List<IndexedName> Distinct(IEnumerable<int> found) =>
        [.. found.Order().Select(i => names[i]).DistinctBy(static name => name.Thing)];

    private List<IndexedName> Completing((int First, int End)[] ranges, int most)
    {
        var rarest = ranges.MinBy(range => postingStarts[range.End] - postingStarts[range.First]);
        var best = new BestNames((int)Math.Min((long)most * NamesOfThing, names.Length));
        foreach (var name in postings.AsSpan(postingStarts[rarest.First]..postingStarts[rarest.End]))
        {
            if (HoldsAll(name, ranges))
            {
                best.Add(FitOf(name, ranges), name);
            }
        }

        return [.. best.InOrder().Select(name => names[name]).DistinctBy(static name => name.Thing).Take(most)];
    }

    private bool HoldsAll(int name, (int First, int End)[] ranges)
    {
        foreach (var range in ranges)
        {
            if (!Holds(name, range))
            {
                return false;
            }
        }

        return true;
    }

    private bool Holds(int name, (int First, int End) range)
    {
        foreach (var word in WordsOf(name))
        {
            if (word >= range.First && word < range.End)
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>
    /// Lower is better: all words of the name were typed in its order; then its first words; then adjacent words; then words in its order;
    /// then others.
    /// </returns>
    private int FitOf(int name, (int First, int End)[] ranges)
    {
        var own = WordsOf(name);
        for (var from = 0; from + ranges.Length <= own.Length; from++)
        {
            var same = 0;
            while (same < ranges.Length && own[from + same] >= ranges[same].First && own[from + same] < ranges[same].End)
            {
                same++;
            }

            if (same == ranges.Length)
            {
                return from > 0 ? 2 : own.Length == ranges.Length ? 0 : 1;
            }
        }

        var next = 0;
        foreach (var word in own)
        {
            if (next < ranges.Length && word >= ranges[next].First && word < ranges[next].End)
            {
                next++;
            }
        }

        return next == ranges.Length ? 3 : 4;
    }

    private ReadOnlySpan<int> WordsOf(int name) => nameWords.AsSpan(wordStarts[name]..wordStarts[name + 1]);

    /// <summary>Range of the words with the prefix.</summary>
    private (int First, int End) RangeOf(string prefix)
    {
        var first = Lower(prefix, 0);
        return (first, Lower(prefix + char.MaxValue, first));
    }

    private int Lower(string word, int from)
    {
        var end = words.Length;
        while (from < end)
        {
            var middle = (from + end) / 2;
            if (string.CompareOrdinal(words[middle], word) < 0)
            {
                from = middle + 1;
            }
            else
            {
                end = middle;
            }
        }

        return from;
    }
}
