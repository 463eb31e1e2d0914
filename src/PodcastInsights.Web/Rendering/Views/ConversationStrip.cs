using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>The whole conversation at a glance: each turn a piece as wide as its words are many, in the lane of its speaker.</summary>
/// <param name="Width">Of the picture, in its own units.</param>
public sealed record ConversationStrip(int Width, IReadOnlyList<StripPiece> Pieces)
{
    /// <summary>Height of the picture, in its own units.</summary>
    public const int Height = 48;

    private const int FullWidth = 2000;
    private const int Gap = 1;

    /// <param name="hits">Ids of turns to point out.</param>
    public static ConversationStrip Of(Episode episode, SpeakerLanes lanes, IReadOnlySet<TurnId> hits)
    {
        var words = episode.Turns.Select(static turn => turn.WordCount).ToList();
        var total = Math.Max(1, words.Sum());
        var laneHeight = Height / lanes.Count;
        var pieces = new List<StripPiece>();
        var heard = 0L;

        // Looked up once, not for each of the turns.
        var (nobody, separator) = (Texts.UnknownSpeaker, Texts.ListSeparator);
        foreach (var (i, turn) in episode.Turns.Index())
        {
            var left = (int)(heard * FullWidth / total);
            heard += words[i];
            var right = (int)(heard * FullWidth / total);
            var lane = lanes.Of(turn.Speaker);
            var hit = hits.Contains(turn.Id);
            pieces.Add(new(
                turn,
                $"{turn.Speaker ?? nobody}{separator}#{turn.Number.ToText()}",
                hit ? "hit" : lanes.ClassOf(turn.Speaker),
                left,
                hit ? 0 : (lane - 1) * laneHeight,
                Math.Max(2, right - left - Gap),
                hit ? Height : laneHeight - Gap));
        }

        return new(FullWidth, pieces);
    }
}

/// <param name="Name">Who speaks, and which turn it is.</param>
/// <param name="Class">For styles: the speaker's lane, or that a search found the turn.</param>
/// <param name="Left">In the picture's units, as are all that follow.</param>
public sealed record StripPiece(Turn Turn, string Name, string Class, int Left, int Top, int Width, int Height);
