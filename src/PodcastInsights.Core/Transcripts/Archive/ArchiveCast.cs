namespace PodcastInsights.Core.Transcripts.Archive;

/// <summary>
/// The speaker names of a conversation, collected from all lines before any line is interpreted: names in clear headers, and guests in the
/// title. In a file without clear headers, names in a doubtful shape count where they occur at least twice.
/// </summary>
internal sealed class ArchiveCast
{
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    public bool Contains(string name) => names.Contains(name.Trim());

    public static ArchiveCast Of(List<SourceLine> section, IEnumerable<string> namedGuests)
    {
        var cast = new ArchiveCast();
        var doubtful = new Dictionary<(DoubtfulShape Shape, string Name), int>();
        var clear = 0;
        cast.names.UnionWith(namedGuests);
        for (var i = 0; i < section.Count; i++)
        {
            var line = section[i].Text;
            if (ArchiveLine.TryHeader(line, out var header))
            {
                if (header.Name is not null)
                {
                    clear++;
                    cast.names.Add(header.Name);
                }
            }
            else if (ArchiveLine.TryHalf(line, out var half))
            {
                // A time beside the name was split at its own colon, so part of the name is in the other half.
                var timed = half.AsSpan().ContainsAny('[', '(') && i + 2 < section.Count;
                Count(
                    doubtful,
                    timed ? SplitLine.Rejoin(half, section[i + 2].Text) : half + ":",
                    timed ? DoubtfulShape.Timed : DoubtfulShape.Bold);
            }
            else
            {
                Count(doubtful, line, null);
            }
        }

        // In a file with clear headers, "So:" at the start of two sentences is not a speaker. In other files the headers have one shape:
        // the one in which names recur most by far. A conversation needs two speakers.
        var recurring = doubtful.Where(pair => pair.Value > 1 && IsCapitalised(pair.Key.Name)).ToLookup(pair => pair.Key.Shape);
        if (recurring.MaxBy(shape => shape.Sum(pair => pair.Value)) is { } names && names.Sum(pair => pair.Value) > 2 * clear
            && cast.names.Union(names.Select(pair => pair.Key.Name), StringComparer.OrdinalIgnoreCase).Count() > 1)
        {
            cast.names.UnionWith(names.Select(pair => pair.Key.Name));
        }

        return cast;
    }

    /// <param name="shape">Null: determined from the line.</param>
    private static void Count(Dictionary<(DoubtfulShape Shape, string Name), int> counts, string line, DoubtfulShape? shape)
    {
        if (ArchiveLine.TryDoubtfulHeader(line, out var header, out var text))
        {
            var ownShape = header.Start is not null ? DoubtfulShape.Timed
                : text.Length == 0 ? DoubtfulShape.Alone
                : DoubtfulShape.Leading;
            var key = (shape ?? ownShape, header.Name!);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>
    /// "Final question" and "The book is Calendars" recur too. A name begins and ends with a capital, or its script has none, and has at
    /// most one small word inside, as in "Ada and Bo".
    /// </summary>
    private static bool IsCapitalised(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return !char.IsLower(words[0][0]) && !char.IsLower(words[^1][0]) && words.Count(static word => char.IsLower(word[0])) < 2;
    }

    /// <summary>The shapes of a speaker's name without a remaining trace of a time, which are not certain.</summary>
    private enum DoubtfulShape
    {
        /// <summary><c>**Name**:</c></summary>
        Bold,

        /// <summary><c>[12:34] Name: text</c>, <c>Name (12:34): text</c></summary>
        Timed,

        /// <summary><c>Name:</c></summary>
        Alone,

        /// <summary><c>Name: text</c></summary>
        Leading,
    }
}
