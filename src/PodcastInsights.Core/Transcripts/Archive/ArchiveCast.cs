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
                // A time beside the name was split at its own colon: the name, or its end, is in the other half.
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

        // Where headers are clear, "So:" at the head of two sentences is no speaker. Where they are not, one shape is that of the
        // headers: the one in which names recur most, by far. And it takes two to talk.
        var recurring = doubtful.Where(pair => pair.Value > 1 && IsCapitalised(pair.Key.Name)).ToLookup(pair => pair.Key.Shape);
        if (recurring.MaxBy(shape => shape.Sum(pair => pair.Value)) is { } names && names.Sum(pair => pair.Value) > 2 * clear
            && cast.names.Union(names.Select(pair => pair.Key.Name), StringComparer.OrdinalIgnoreCase).Count() > 1)
        {
            cast.names.UnionWith(names.Select(pair => pair.Key.Name));
        }

        return cast;
    }

    /// <param name="shape">Null lets the line tell.</param>
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
    /// "Final question" and "The book is Calendars" recur as well. A name begins and ends with capitals, or its script has none, and has
    /// one small word between them at most, as "Ada and Bo" does.
    /// </summary>
    private static bool IsCapitalised(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return !char.IsLower(words[0][0]) && !char.IsLower(words[^1][0]) && words.Count(static word => char.IsLower(word[0])) < 2;
    }

    /// <summary>How a line names a speaker where no trace of a time makes it clear.</summary>
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
