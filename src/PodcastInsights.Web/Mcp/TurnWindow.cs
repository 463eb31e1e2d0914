using PodcastInsights.Web.Api;

namespace PodcastInsights.Web.Mcp;

/// <summary>
/// The part of a turn that fits into a response, usually all of it. A split paragraph can be restored by joining its pieces.
/// </summary>
/// <param name="Next">The start of the next part; null at the end.</param>
/// <param name="Characters">Size in characters.</param>
internal sealed record TurnWindow(IReadOnlyList<ParagraphResponse> Paragraphs, TranscriptPlace? Next, int Characters)
{
    /// <summary>Largest size in characters; about three thousand words.</summary>
    public const int Room = 20_000;

    /// <summary>Approximate size of a paragraph's JSON without its text.</summary>
    private const int Beside = 60;

    public static TurnWindow Of(TurnResponse turn) => Of(turn, new TranscriptPlace(turn.Number));

    /// <summary>Takes paragraphs from the given place. A paragraph is split only if it alone is too long.</summary>
    public static TurnWindow Of(TurnResponse turn, TranscriptPlace from)
    {
        var paragraphs = new List<ParagraphResponse>();
        var taken = 0;
        for (var i = from.Paragraph - 1; i < turn.Paragraphs.Count; i++)
        {
            var paragraph = turn.Paragraphs[i];
            var start = i == from.Paragraph - 1 ? Math.Min(from.Skipped, paragraph.Text.Length) : 0;
            var left = paragraph.Text.Length - start;
            if (paragraphs.Count > 0 && taken + left + Beside > Room)
            {
                return new TurnWindow(paragraphs, new TranscriptPlace(turn.Number, i + 1), taken);
            }

            var end = EndOf(paragraph.Text, start);
            paragraphs.Add(start == 0 && end == paragraph.Text.Length ? paragraph : paragraph with { Text = paragraph.Text[start..end] });
            taken += end - start + Beside;
            if (end < paragraph.Text.Length)
            {
                return new TurnWindow(paragraphs, new TranscriptPlace(turn.Number, i + 1, end), taken);
            }
        }

        return new TurnWindow(paragraphs, null, taken);
    }

    /// <summary>
    /// The index after a space in the second half of what fits; without one, the last index that does not split a surrogate pair.
    /// </summary>
    private static int EndOf(string text, int start)
    {
        var most = start + Room;
        if (text.Length <= most)
        {
            return text.Length;
        }

        var blank = text.LastIndexOf(' ', most - 1, Room / 2);
        return blank >= 0 ? blank + 1 : char.IsLowSurrogate(text[most]) ? most - 1 : most;
    }
}
