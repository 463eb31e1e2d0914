using System.Text.RegularExpressions;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// Tells a Markdown page of speech from others that have headings and bold labels with a colon as well. Below those stand lists, tables,
/// code and more headings; below a speaker's name stands speech, and most often the name comes again.
/// </summary>
internal static partial class MarkdownVote
{
    /// <summary>
    /// Where more names than this stand before a colon, none of them twice and few of them full, they are the headwords of a page.
    /// </summary>
    private const int MostSpeakersWhoSpeakOnce = 3;

    /// <param name="speakerOf">The name that a line gives as speaker and the words after it; null for any other line.</param>
    /// <param name="doubtfulReach">Lines that belong to a name that neither comes again nor is a full one: it may be a label.</param>
    public static FormatVote Of(IEnumerable<string> source, Func<string, (string Name, string Words)?> speakerOf, int doubtfulReach)
    {
        var lines = source.Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        var names = NamesIn(lines, speakerOf);
        var times = names
            .Where(name => name is not null)
            .GroupBy(name => name!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count());
        if (times.Count > MostSpeakersWhoSpeakOnce && times.Values.Max() == 1 && times.Keys.Count(IsName) * 2 < times.Count)
        {
            return new FormatVote(lines.Count, 0);
        }

        var vote = new VoteCount();
        var doubtful = true;
        for (var i = 0; i < lines.Count; i++)
        {
            if (names[i] is { } name)
            {
                doubtful = times[name] == 1 && !IsName(name);
                vote.Add(lines[i], header: true, doubtful ? doubtfulReach : VoteCount.ToTheNext);
            }
            else if (IsForeign(lines[i]))
            {
                vote.AddForeign(endsSpeech: doubtful && lines[i].StartsWith('#'));
            }
            else
            {
                vote.Add(lines[i], header: false);
            }
        }

        return vote.Result();
    }

    /// <summary>A full name, or one that a machine gives.</summary>
    private static bool IsName(string name) => SpeakerName.IsFull(name) || SpeakerRoles.IsNobody(name);

    /// <summary>Of each line that is a header with speech on it or below it, the name.</summary>
    private static List<string?> NamesIn(List<string> lines, Func<string, (string Name, string Words)?> speakerOf)
    {
        var names = new List<string?>(lines.Count);
        var code = false;
        for (var i = 0; i < lines.Count; i++)
        {
            code ^= lines[i].StartsWith("```", StringComparison.Ordinal);
            var header = code ? null : speakerOf(lines[i]);
            var speech = header is { Words.Length: > 0 } || (i + 1 < lines.Count && !IsForeign(lines[i + 1]));
            names.Add(header is { } found && speech && !SpeakerName.IsLabel(found.Name) ? found.Name : null);
        }

        return names;
    }

    /// <summary>Whether the line is what nobody says: a heading, an item of a list, a row of a table, a fence of code, a tag.</summary>
    public static bool IsForeign(string line) =>
        line.AsSpan().TrimStart(" \t") is [var first, ..] && !char.IsLetter(first) && Foreign.IsMatch(line);

    [GeneratedRegex(@"^[ \t]{0,9}(?:#{1,6}[ \t]|[-*+][ \t]|[0-9]{1,3}[.)][ \t]|\||```|<[a-zA-Z/!])", RegexOptions.CultureInvariant)]
    private static partial Regex Foreign { get; }
}
