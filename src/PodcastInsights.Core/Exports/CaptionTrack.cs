using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Exports;

/// <summary>Makes captions of an episode's paragraphs. Missing times are estimated from the number of words between known times.</summary>
internal static class CaptionTrack
{
    /// <summary>Name for an unknown speaker. A caption without a name would continue the speaker before.</summary>
    public const string Nobody = "Unknown";

    /// <summary>150 words a minute.</summary>
    private const long MillisecondsPerWord = 400;

    /// <summary>Whether any paragraph with words has a time. Called for each page, so it makes no captions.</summary>
    public static bool HasTimes(Episode episode) => episode.Turns.Any(turn => turn.Paragraphs
        .Where((paragraph, index) => StartOf(turn, index) is not null && !string.IsNullOrWhiteSpace(Words(paragraph)))
        .Any());

    /// <summary>In text order, even where the times run backwards.</summary>
    public static IEnumerable<Caption> Of(Episode episode)
    {
        var pieces = Pieces(episode).ToList();
        var starts = Starts(pieces);
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            var end = i + 1 < pieces.Count && starts[i + 1] > starts[i]
                ? starts[i + 1]
                : new Timestamp(starts[i].Milliseconds + (piece.Words * MillisecondsPerWord));
            yield return new Caption(piece.Turn, piece.Paragraph, piece.Speaker ?? Nobody, starts[i], end, piece.Text);
        }
    }

    private static IEnumerable<Piece> Pieces(Episode episode)
    {
        foreach (var turn in episode.Turns)
        {
            for (var i = 0; i < turn.Paragraphs.Count; i++)
            {
                var start = StartOf(turn, i);
                foreach (var text in CaptionText.Split(Words(turn.Paragraphs[i])))
                {
                    yield return new Piece(turn.Number, i + 1, turn.Speaker, start, text, Math.Max(1, WordCount.Of(text)));
                    start = null;
                }
            }
        }
    }

    private static Timestamp? StartOf(Turn turn, int paragraph) =>
        turn.Paragraphs[paragraph].Start ?? (paragraph == 0 ? turn.Start : null);

    // A paragraph with a timestamp only separates two turns of one speaker, so it is kept as written.
    private static string Words(Paragraph paragraph) => string.IsNullOrWhiteSpace(paragraph.Plain) ? paragraph.Text : paragraph.Plain;

    private static List<Timestamp> Starts(List<Piece> pieces)
    {
        var starts = new List<Timestamp>(pieces.Count);
        for (var i = 0; i < pieces.Count;)
        {
            var next = i + 1;
            while (next < pieces.Count && pieces[next].Start is null)
            {
                next++;
            }

            // Words before the first time begin at the start of the recording.
            var from = pieces[i].Start?.Milliseconds ?? 0;
            var words = pieces.Skip(i).Take(next - i).Sum(piece => (long)piece.Words);
            var length = next < pieces.Count && pieces[next].Start!.Value.Milliseconds > from
                ? pieces[next].Start!.Value.Milliseconds - from
                : words * MillisecondsPerWord;
            var spoken = 0L;
            for (; i < next; i++)
            {
                starts.Add(new Timestamp(from + (length * spoken / words)));
                spoken += pieces[i].Words;
            }
        }

        return starts;
    }

    private sealed record Piece(int Turn, int Paragraph, string? Speaker, Timestamp? Start, string Text, int Words);
}
