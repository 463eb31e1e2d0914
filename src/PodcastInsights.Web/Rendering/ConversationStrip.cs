using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Rendering;

/// <summary>The whole conversation at a glance: each turn a piece as wide as its words are many, hosts above, guests below.</summary>
/// <param name="Width">Of the picture, in its own units.</param>
public sealed record ConversationStrip(int Width, IReadOnlyList<StripPiece> Pieces)
{
    /// <summary>Height of the picture, in its own units.</summary>
    public const int Height = 48;

    private const int FullWidth = 2000;
    private const int Gap = 1;

    /// <param name="hits">Ids of turns to point out.</param>
    public static ConversationStrip Of(Episode episode, IReadOnlySet<TurnId> hits)
    {
        var roles = episode.Speakers.ToLookup(s => s.Name, s => s.Role);
        var words = episode.Turns.Select(WordCount.Of).ToList();
        var total = Math.Max(1, words.Sum());
        var pieces = new List<StripPiece>();
        var heard = 0L;
        for (var i = 0; i < episode.Turns.Count; i++)
        {
            var turn = episode.Turns[i];
            var left = (int)(heard * FullWidth / total);
            heard += words[i];
            var right = (int)(heard * FullWidth / total);
            var role = turn.Speaker is { } name ? roles[name].FirstOrDefault(SpeakerRole.Other) : SpeakerRole.Other;
            pieces.Add(new(turn, role, left, Math.Max(2, right - left - Gap), hits.Contains(turn.Id)));
        }

        return new(FullWidth, pieces);
    }
}

/// <param name="Left">In the picture's units, as is <paramref name="Width"/>.</param>
public sealed record StripPiece(Turn Turn, SpeakerRole Role, int Left, int Width, bool Hit)
{
    private const int Third = ConversationStrip.Height / 3;

    public string Name => Wording.List([Turn.Speaker ?? Texts.UnknownSpeaker, $"#{Turn.Number.ToText()}"]);

    public string RoleClass => Role switch
    {
        SpeakerRole.Host => "host",
        SpeakerRole.Guest => "guest",
        _ => "other",
    };

    public int Top => Role switch
    {
        SpeakerRole.Host => 0,
        SpeakerRole.Guest => Third,
        _ => 2 * Third,
    };

    public int Height => Role == SpeakerRole.Guest ? 2 * Third : Third;
}
