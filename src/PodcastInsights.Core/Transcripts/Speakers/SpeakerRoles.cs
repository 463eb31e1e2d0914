using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.Speakers;

/// <summary>Tells hosts, guests and other voices apart by what they say and by what the file says of them.</summary>
internal static partial class SpeakerRoles
{
    /// <summary>A name in the show's own name, or in the episode's title, outweighs any one cue in the words.</summary>
    private const double NamedPoints = 6;

    /// <summary>What it takes to be host; one cue and many questions are enough.</summary>
    private const double HostThreshold = 4;

    /// <summary>By name, of what the draft's turns say; a name that a machine gave is nobody's and has the role of others.</summary>
    public static IReadOnlyDictionary<string, SpeakerRole> Of(EditionDraft draft)
    {
        var points = new Dictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var turn in draft.Turns.Where(turn => turn.Speaker is not null))
        {
            if (!points.TryGetValue(turn.Speaker!, out var tally))
            {
                points[turn.Speaker!] = tally = new Tally();
            }

            tally.Add(turn);
        }

        var scores = points.ToDictionary(pair => pair.Key, pair => Score(pair.Key, pair.Value, draft), StringComparer.Ordinal);
        var best = scores.Count == 0 ? 0 : scores.Values.Max();
        return points.ToDictionary(
            pair => pair.Key,
            pair => RoleOf(pair.Key, pair.Value, scores[pair.Key], best, draft),
            StringComparer.Ordinal);
    }

    /// <summary>
    /// Who speaks in the turns, in the order of their first words. Of the <paramref name="roles"/>, one whose every word advertises has
    /// neither.
    /// </summary>
    /// <param name="words">Of each turn, without markup.</param>
    public static IReadOnlyList<Speaker> Speakers(
        IReadOnlyList<Turn> turns, IReadOnlyList<string> words, IReadOnlyDictionary<string, SpeakerRole> roles) =>
    [
        .. turns.Where(turn => turn.Speaker is not null)
            .GroupBy(turn => turn.Speaker!, StringComparer.Ordinal)
            .Select(own => new Speaker(
                own.Key,
                EpisodeSlug.From(own.Key),
                own.All(turn => turn.Paragraphs.All(paragraph => paragraph.Sponsor))
                    ? SpeakerRole.Other
                    : roles.GetValueOrDefault(own.Key, SpeakerRole.Other),
                own.Count(),
                own.Sum(turn => WordCount.Of(words[turn.Number - 1])))),
    ];

    /// <summary>A name that a machine or an editor gave: <c>Speaker 3</c>, <c>MUSIC</c>, <c>Advertisement</c>.</summary>
    public static bool IsNobody(string name) => Nobody.IsMatch(name);

    private static SpeakerRole RoleOf(string name, Tally tally, double score, double best, EditionDraft draft)
    {
        if (IsNobody(name))
        {
            return SpeakerRole.Other;
        }

        if (score >= HostThreshold && score >= best / 2)
        {
            return SpeakerRole.Host;
        }

        // Without a host there is no interview, so nobody is its guest unless the file says so.
        return best >= HostThreshold || IsNamed(name, draft.NamedGuests) ? SpeakerRole.Guest : SpeakerRole.Other;
    }

    private static double Score(string name, Tally tally, EditionDraft draft)
    {
        var score = Math.Clamp(tally.CuePoints, -6, 12) + (3.0 * tally.Questions / tally.Turns);
        score += draft.Show is { } show && NamesShow(name, show) ? NamedPoints : 0;
        score -= IsNamed(name, draft.NamedGuests) ? NamedPoints : 0;
        return score;
    }

    /// <summary>"Ada's Podcast" is Ada's, whatever else Ada is called.</summary>
    public static bool NamesShow(string name, string show)
    {
        var first = name.Split(' ', 2)[0];
        return first.Length > 2
            && Regex.IsMatch(show, $@"\b{Regex.Escape(first)}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>Whether the file names this speaker as guest, or by first and last name of a longer one.</summary>
    private static bool IsNamed(string name, List<string> guests) => guests.Exists(guest =>
        guest.Contains(name, StringComparison.OrdinalIgnoreCase)
        || name.Contains(guest, StringComparison.OrdinalIgnoreCase)
        || (Last(name).Equals(Last(guest), StringComparison.OrdinalIgnoreCase)
            && First(name).Equals(First(guest), StringComparison.OrdinalIgnoreCase)));

    private static string First(string name) => name.Split(' ')[0];

    private static string Last(string name) => name.Split(' ')[^1];

    [GeneratedRegex(
        @"^(unknown( speaker)?|speaker( ?\d+| [A-Z])?|SPEAKER_\d+|music|advertisement|ad|announcer|narrator|audience( member)?"
        + "|break|jingle|outro|intro|clip( from .*)?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nobody { get; }

    private sealed class Tally
    {
        public int Turns { get; private set; }

        public int Questions { get; private set; }

        public int CuePoints { get; private set; }

        public void Add(DraftTurn turn)
        {
            Turns++;
            Questions += turn.Asks ? 1 : 0;
            foreach (var paragraph in turn.Paragraphs)
            {
                CuePoints += RolePhrases.HostPoints(paragraph.Text);
            }
        }
    }
}
