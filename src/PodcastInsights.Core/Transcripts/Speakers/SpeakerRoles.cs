using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.Speakers;

/// <summary>Determines hosts, guests and others by what they say and by the metadata.</summary>
internal static partial class SpeakerRoles
{
    /// <summary>Points for a name in the name of the show or in the title; more than any phrase.</summary>
    private const double NamedPoints = 6;

    /// <summary>Points needed to be a host: one phrase and many questions are enough.</summary>
    private const double HostThreshold = 4;

    /// <summary>Roles by name, from the draft's turns. A machine's name for a voice has the role Other.</summary>
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

    /// <summary>The speakers of the turns, in order of first words. A speaker who only advertises is neither host nor guest.</summary>
    /// <param name="words">Plain text of each turn.</param>
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

    /// <summary>Whether it is a generic name: <c>Speaker 3</c>, <c>MUSIC</c>, <c>Advertisement</c>.</summary>
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

        // Without a host there is no interview, so nobody is a guest unless the metadata say so.
        return best >= HostThreshold || IsNamed(name, draft.NamedGuests) ? SpeakerRole.Guest : SpeakerRole.Other;
    }

    private static double Score(string name, Tally tally, EditionDraft draft)
    {
        var score = Math.Clamp(tally.CuePoints, -6, 12) + (3.0 * tally.Questions / tally.Turns);
        score += draft.Show is { } show && NamesShow(name, show) ? NamedPoints : 0;
        score -= IsNamed(name, draft.NamedGuests) ? NamedPoints : 0;
        return score;
    }

    /// <summary>Whether the show is named after the person, as in "Ada's Podcast".</summary>
    public static bool NamesShow(string name, string show)
    {
        var first = name.Split(' ', 2)[0];
        return first.Length > 2
            && Regex.IsMatch(show, $@"\b{Regex.Escape(first)}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>Whether the metadata name this speaker as guest, in full or in part.</summary>
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
