using System.Buffers;
using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Speakers;

/// <summary>Words that only one role in an interview says.</summary>
/// <param name="HostPoints">Points for being the host; negative for a guest.</param>
internal sealed record RolePhrase(Regex Words, int HostPoints);

/// <summary>The table of such words. Hosts open, introduce, advertise and close; guests thank for the invitation.</summary>
internal static partial class RolePhrases
{
    public static IReadOnlyList<RolePhrase> All { get; } =
    [
        new(Welcome, 3),
        new(Introduction, 3),
        new(Advertisement, 3),
        new(Closing, 3),
        new(ThanksToGuest, 2),
        new(ThanksToHost, -3),
    ];

    /// <summary>Every phrase contains one of these; most paragraphs contain none and need no further test.</summary>
    private static readonly SearchValues<string> Pieces = SearchValues.Create(
        [
            "welcome", "欢迎", "歡迎", "guest", "bring you", "joined by", "talking", "our next", "is brought", "is sponsored", "is supported",
            "sponsor", "next episode", "subscribe", "thank", "find you", "lightning", "to be here", "to be on",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Sum of the points of all phrases in a text; each counts once.</summary>
    public static int HostPoints(string text) =>
        text.AsSpan().ContainsAny(Pieces) ? All.Sum(cue => cue.Words.IsMatch(text) ? cue.HostPoints : 0) : 0;

    /// <summary>Whether the turn welcomes the listeners.</summary>
    public static bool OpensShow(DraftTurn turn) => turn.Paragraphs.Exists(paragraph => Welcome.IsMatch(paragraph.Text));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\bwelcome (back )?to (the|my|our|\w+'s|this) (podcast|show|program|episode|programme)|欢迎(来到|收听)|歡迎(來到|收聽)", Options)]
    private static partial Regex Welcome { get; }

    [GeneratedRegex(
        @"\b(my|our|today's) guests? (today )?(is|are)\b|\bI bring you\b"
        + @"|\btoday we('re| are) (joined by|talking (to|with))\b|\bour next (guest|story)\b",
        Options)]
    private static partial Regex Introduction { get; }

    [GeneratedRegex(
        @"\b(episode|show|podcast) is (brought to you|sponsored|supported) by\b|\btoday's sponsor\b"
        + @"|\ba (quick |short )?word from our sponsors?\b",
        Options)]
    private static partial Regex Advertisement { get; }

    [GeneratedRegex(
        @"\bthank(s| you)( so much| very much)? for listening\b|\bsee you in the next episode\b|\bsubscribe to the show\b", Options)]
    private static partial Regex Closing { get; }

    [GeneratedRegex(
        @"\bthank(s| you)( so much| very much)? for (being here|joining (me|us)|coming on|making (the )?time|doing this)\b"
        + @"|\bwhere can (folks|people|listeners) find you\b|\blightning round\b",
        Options)]
    private static partial Regex ThanksToGuest { get; }

    [GeneratedRegex(
        @"\bthank(s| you)( so much| very much)? for having (me|us)\b|\b(happy|glad|excited|great|pleasure|honou?red) to be (here|on)\b",
        Options)]
    private static partial Regex ThanksToHost { get; }
}
