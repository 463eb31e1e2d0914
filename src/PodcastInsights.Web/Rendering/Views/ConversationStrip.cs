using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>A picture of the whole conversation: each turn is as wide as it has words, in the lane of its speaker.</summary>
/// <param name="Width">Width of the picture, in its own units.</param>
internal sealed record ConversationStrip(int Width, IReadOnlyList<StripPiece> Pieces)
{
    /// <summary>Height of the picture, in its own units.</summary>
    public const int Height = 48;

    private const int FullWidth = 2000;
    private const int Gap = 1;

    /// <param name="hits">Ids of turns to highlight.</param>
    public static ConversationStrip Of(Episode episode, SpeakerLanes lanes, IReadOnlySet<TurnId> hits)
    {
        var words = episode.Turns.Select(static turn => turn.WordCount).ToList();
        var total = Math.Max(1, words.Sum());
        var laneHeight = Height / lanes.Count;
        var pieces = new List<StripPiece>();
        var heard = 0L;

        // Looked up once instead of for each turn.
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

/// <param name="Name">Speaker and turn.</param>
/// <param name="Class">CSS class: the speaker's lane, or a search result.</param>
/// <param name="Left">In the picture's units, as are the following.</param>
internal sealed record StripPiece(Turn Turn, string Name, string Class, int Left, int Top, int Width, int Height);
