namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>Distinguishes names from words: a name has a capital everywhere, <c>size</c> does not.</summary>
internal static class WordsOfText
{
    /// <summary>Largest number of names without capitals that are tested; with more, the file is a glossary.</summary>
    private const int MostCaseless = 64;

    /// <summary>
    /// Those of the doubtful names that the text uses as words. A name in a script without capitals is a word where it occurs in the text
    /// more often than at the start of lines.
    /// </summary>
    public static HashSet<string> Among(IEnumerable<string> doubtful, IReadOnlyList<LabelledLine> lines)
    {
        var small = new Dictionary<string, string>(StringComparer.Ordinal);
        var caseless = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in doubtful)
        {
            if (name.Any(char.IsLower))
            {
                small.TryAdd(name.ToLowerInvariant(), name);
            }
            else if (!name.Any(char.IsUpper))
            {
                caseless.Add(name);
            }
        }

        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (small.Count + caseless.Count == 0)
        {
            return found;
        }

        var lookup = small.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var line in lines)
        {
            var words = line.Label?.Words ?? line.Text;
            foreach (var range in WordRanges(words))
            {
                if (char.IsLower(words[range.Start]) && lookup.TryGetValue(words.AsSpan()[range], out var name))
                {
                    found.Add(name);
                }
            }
        }

        found.UnionWith(caseless.Count > MostCaseless ? caseless : caseless.Where(name => IsMostlyAmongWords(name, lines)));
        return found;
    }

    private static bool IsMostlyAmongWords(string name, IReadOnlyList<LabelledLine> lines)
    {
        var (head, among) = (0, 0);
        foreach (var line in lines)
        {
            var isLabel = line.Label is { Name: var label } && label == name;
            head += isLabel ? 1 : 0;
            among += (isLabel ? line.Label!.Value.Words : line.Text).Contains(name, StringComparison.Ordinal) ? 1 : 0;
        }

        return among > head;
    }

    private static IEnumerable<Range> WordRanges(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var letter = i < text.Length && char.IsLetter(text[i]);
            if (letter && start < 0)
            {
                start = i;
            }
            else if (!letter && start >= 0)
            {
                yield return start..i;
                start = -1;
            }
        }
    }
}
