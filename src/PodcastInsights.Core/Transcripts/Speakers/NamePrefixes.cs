using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Speakers;

/// <summary>
/// Tells <c>Ada: We shipped.</c> from <c>Note: we shipped.</c> by all lines of a file together: the name of a speaker comes again, or is
/// written as a full name, or stands among lines that nearly all begin so, or alone on its line as names do that come again.
/// </summary>
internal sealed partial class NamePrefixes
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    private readonly bool anyName;

    /// <param name="lines">Lines that may begin with a name; blank ones do not count.</param>
    /// <param name="spoken">
    /// Whether all lines are known to be speech, as captions are. Where nine of ten then begin with something and a colon, that is how
    /// the file marks its speakers, whatever they are called. Where the first words do, a name stands where the speaker changes, and may
    /// stand once.
    /// </param>
    public NamePrefixes(IEnumerable<string> lines, bool spoken = false)
    {
        var counts = new Dictionary<string, int>();
        var alone = new HashSet<string>(StringComparer.Ordinal);
        var written = lines.Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        var total = written.Count;
        anyName = spoken && written.Count(Prefix.IsMatch) * 10 >= total * 9;
        foreach (var line in written)
        {
            if (Split(line) is { } split && (anyName || !SpeakerName.IsLabel(split.Name)))
            {
                counts[split.Name] = counts.GetValueOrDefault(split.Name) + 1;
                if (split.Words.Length == 0)
                {
                    alone.Add(split.Name);
                }
            }
        }

        Recurring = counts.Values.Where(count => count > 1).Sum();
        var dense = counts.Values.Sum() * 4 >= total * 3 || Recurring * 2 >= total;
        var opened = spoken
            && written is [var opening, ..]
            && Split(opening) is { } first
            && IsCapitalised(first.Name)
            && !SpeakerName.IsLabel(first.Name);
        var onOwnLines = alone.Any(name => counts[name] > 1);
        foreach (var (name, count) in counts)
        {
            if (count > 1
                || dense
                || SpeakerName.IsFullLatin(name)
                || (onOwnLines && alone.Contains(name))
                || (opened && IsCapitalised(name)))
            {
                names.Add(name);
            }
        }
    }

    /// <summary>Number of lines that begin with a name that others begin with too.</summary>
    public int Recurring { get; }

    public IReadOnlyCollection<string> Names => names;

    /// <summary>Takes a speaker's name off a line; false for a line without one.</summary>
    public bool TryRead(string line, out string speaker, out string words)
    {
        (speaker, words) = Split(line) is { } split && names.Contains(split.Name) ? split : ("", line);
        return speaker.Length > 0;
    }

    private static bool IsCapitalised(string name) => name.Split(' ').All(word => word.Length > 0 && !char.IsLower(word[0]));

    private (string Name, string Words)? Split(string line)
    {
        var match = Prefix.Match(line);
        if (match.Success && anyName)
        {
            return (match.Groups["name"].Value.Trim(), line[match.Length..].Trim());
        }

        if (!match.Success || !SpeakerName.IsPlausible(match.Groups["name"].ValueSpan))
        {
            return null;
        }

        return (SpeakerName.Clean(match.Groups["name"].ValueSpan), line[match.Length..].Trim());
    }

    // A half-width colon ends a name only before a space or the line's end: "12:30", "https://" and "std::move" have none.
    [GeneratedRegex(
        @"^[ \t]{0,9}(?:(?:>{1,3}|[-–—])[ \t]{0,3})?(?<name>[^:：\t]{1,60}?)[ \u00A0]{0,3}(?:：|:(?=[ \t\u00A0]|$))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Prefix { get; }
}
