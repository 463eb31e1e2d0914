namespace PodcastInsights.Core.Transcripts.Archive;

/// <summary>
/// The names that a conversation uses for its speakers, gathered from all lines before any line is judged: names in clear
/// headers and guests of the title. A file without clear headers has the names that head lines in a doubtful shape at least twice.
/// </summary>
internal sealed class ArchiveCast
{
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    public bool Contains(string name) => names.Contains(name.Trim());

    public static ArchiveCast Of(List<SourceLine> section, IEnumerable<string> namedGuests)
    {
        var cast = new ArchiveCast();
        var doubtful = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var clear = 0;
        cast.names.UnionWith(namedGuests);
        for (var i = 0; i < section.Count; i++)
        {
            var line = section[i].Text;
            if (ArchiveLine.TryHeader(line, out var header))
            {
                clear++;
                if (header.Name is not null)
                {
                    cast.names.Add(header.Name);
                }
            }
            else if (ArchiveLine.TryHalf(line, out var half))
            {
                // A time in front of the name was split at its own colon: the name is in the other half.
                var whole = half.StartsWith('[') && i + 2 < section.Count ? SplitSentence.Rejoin(half, section[i + 2].Text) : half + ":";
                Count(doubtful, whole);
            }
            else
            {
                Count(doubtful, line);
            }
        }

        // Where headers are clear, "So:" at the head of two sentences is no speaker; and it takes two to talk.
        var recurring = doubtful.Where(pair => pair.Value > 1 && IsCapitalised(pair.Key)).Select(pair => pair.Key).ToList();
        if (clear == 0 && cast.names.Union(recurring, StringComparer.OrdinalIgnoreCase).Count() > 1)
        {
            cast.names.UnionWith(recurring);
        }

        return cast;
    }

    private static void Count(Dictionary<string, int> counts, string line)
    {
        if (ArchiveLine.TryDoubtfulHeader(line, out var header, out _))
        {
            counts[header.Name!] = counts.GetValueOrDefault(header.Name!) + 1;
        }
    }

    /// <summary>"Final question" recurs as well; in a name every word has a capital, or the script has none.</summary>
    private static bool IsCapitalised(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= 4 && Array.TrueForAll(words, static word => !char.IsLower(word[0]));
    }
}
