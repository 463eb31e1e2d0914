namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>Tells names from words: a name stands with a capital wherever it stands, <c>size</c> does not.</summary>
internal static class WordsOfText
{
    /// <summary>Names without capitals that are looked for in the text; where there are more, they are headwords and no names.</summary>
    private const int MostCaseless = 64;

    /// <summary>
    /// Those of the doubtful names that the lines use as words. A name of a script without capitals counts where it stands among words more often
    /// than at the head of a line.
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
