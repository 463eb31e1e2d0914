namespace PodcastInsights.Core.Search.Spelling;

/// <summary>
/// Finds words at edit distance one. Two such words are equal after deleting a letter from one or both. Each word is indexed under its hash
/// and those of all its deletions (the idea of SymSpell).
/// </summary>
internal sealed class SymmetricDeleteIndex
{
    // Shorter words are similar to too many others, and a word that occurs once is often an error itself.
    private const int MinLength = 4;
    private const int MinOccurrences = 2;

    private readonly VocabularyWord[] words;
    private readonly uint[] hashes;
    private readonly int[] entries;

    public SymmetricDeleteIndex(IEnumerable<VocabularyWord> vocabulary)
    {
        words = vocabulary.Where(static word => word.Occurrences >= MinOccurrences && word.Text.Length >= MinLength - 1).ToArray();
        var size = words.Sum(static word => word.Text.Length + 1);
        hashes = new uint[size];
        entries = new int[size];
        var next = 0;
        for (var i = 0; i < words.Length; i++)
        {
            for (var deleted = -1; deleted < words[i].Text.Length; deleted++)
            {
                hashes[next] = HashWithout(words[i].Text, deleted);
                entries[next++] = i;
            }
        }

        Array.Sort(hashes, entries);
    }

    public IReadOnlyList<VocabularyWord> Find(string word)
    {
        if (word.Length < MinLength)
        {
            return [];
        }

        var found = new HashSet<int>();
        for (var deleted = -1; deleted < word.Length; deleted++)
        {
            var hash = HashWithout(word, deleted);
            for (var i = FirstOf(hash); i < hashes.Length && hashes[i] == hash; i++)
            {
                if (EditDistance.IsOne(word, words[entries[i]].Text))
                {
                    found.Add(entries[i]);
                }
            }
        }

        // Words with the same first letter come first, because it is seldom wrong.
        return found.Select(i => words[i])
            .OrderByDescending(candidate => candidate.Text[0] == word[0] ? 8L * candidate.Occurrences : candidate.Occurrences)
            .ThenBy(static candidate => candidate.Text, StringComparer.Ordinal)
            .ToList();
    }

    private int FirstOf(uint hash)
    {
        var index = Array.BinarySearch(hashes, hash);
        if (index < 0)
        {
            return hashes.Length;
        }

        while (index > 0 && hashes[index - 1] == hash)
        {
            index--;
        }

        return index;
    }

    // FNV-1a.
    private static uint HashWithout(string word, int deleted)
    {
        var hash = 2166136261u;
        for (var i = 0; i < word.Length; i++)
        {
            if (i != deleted)
            {
                hash = (hash ^ word[i]) * 16777619u;
            }
        }

        return hash;
    }
}
