using System.Text.RegularExpressions;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// Parts speech between tags that are named for the speakers, as programs that write conversations print it:
/// <c>&lt;Person1> We shipped. &lt;/Person1>&lt;Person2> Did you? &lt;/Person2></c>. Nearly all text of such a file is between them, so that no
/// document with elements of other kinds is one.
/// </summary>
internal sealed partial class SpeakerTags
{
    /// <summary>Least share of the characters between tags.</summary>
    private const double Most = 0.8;

    private readonly HashSet<string> names;

    private SpeakerTags(HashSet<string> names) => this.names = names;

    /// <summary>The tags of the file; null where it has no such speech.</summary>
    public static SpeakerTags? In(IReadOnlyList<string> lines)
    {
        var tags = lines.SelectMany(static line => Tag.Matches(line)).ToList();
        var closed = tags.Where(static tag => tag.Groups["close"].Success)
            .CountBy(NameOf)
            .Where(static name => name.Value > 1)
            .Select(static name => name.Key)
            .ToHashSet(StringComparer.Ordinal);
        closed.IntersectWith(tags.Where(static tag => !tag.Groups["close"].Success).Select(NameOf));
        closed.RemoveWhere(static name => !SpeakerName.IsPlausible(name) || SpeakerName.IsLabel(name));
        var speech = new SpeakerTags(closed);
        return closed.Count > 1 && speech.ShareIn(lines) >= Most ? speech : null;
    }

    /// <summary>The pieces of a line, each with the speaker whose tag begins it; null for a line's start that no tag begins.</summary>
    public IEnumerable<(string? Speaker, string Words)> Part(string line)
    {
        var (speaker, from) = ((string?)null, 0);
        foreach (var tag in Tag.Matches(line).Where(IsSpeakers))
        {
            var words = line[from..tag.Index].Trim();
            if (words.Length > 0 || speaker is not null)
            {
                yield return (speaker, words);
            }

            (speaker, from) = (tag.Groups["close"].Success ? null : NameOf(tag), tag.Index + tag.Length);
        }

        if (speaker is not null || from == 0 || line[from..].Trim().Length > 0)
        {
            yield return (speaker, line[from..].Trim());
        }
    }

    private double ShareIn(IReadOnlyList<string> lines)
    {
        var (inside, all, isOpen) = (0, 0, false);
        foreach (var line in lines)
        {
            var from = 0;
            foreach (var tag in Tag.Matches(line).Where(IsSpeakers))
            {
                Count(tag.Index - from);
                isOpen = !tag.Groups["close"].Success;
                from = tag.Index + tag.Length;
            }

            Count(line.Length - from);
        }

        return all == 0 ? 0 : (double)inside / all;

        void Count(int characters)
        {
            all += characters;
            inside += isOpen ? characters : 0;
        }
    }

    private bool IsSpeakers(Match tag) => names.Contains(NameOf(tag));

    private static string NameOf(Match tag) => tag.Groups["name"].Value;

    [GeneratedRegex(@"<(?<close>/)?(?<name>\p{Lu}[\p{L}\p{Nd} ._'’-]{0,38}[\p{L}\p{Nd}])\s?>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag { get; }
}
