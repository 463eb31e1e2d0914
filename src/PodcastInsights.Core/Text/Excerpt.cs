namespace PodcastInsights.Core.Text;

/// <summary>Shortens a text and marks the cut with an ellipsis.</summary>
public static class Excerpt
{
    private const string Ellipsis = "…";

    /// <summary>An ellipsis for a passage that begins within a sentence, judged by a small first letter; else an empty text.</summary>
    public static string Lead(string passage) => passage.Length > 0 && char.IsLower(passage[0]) ? Ellipsis : "";

    /// <summary>An ellipsis for a passage that ends within a sentence; else an empty text.</summary>
    public static string Trail(string passage) => passage.Length == 0 || Sentences.AreEndedOrTrailOff(passage) ? "" : Ellipsis;

    /// <summary>
    /// The beginning of the text, with an ellipsis where it is cut: after a word, or after a whole character where the last word fills half
    /// of the space.
    /// </summary>
    /// <param name="length">Largest number of characters, including the ellipsis.</param>
    public static string Of(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var most = length - Ellipsis.Length;
        var end = CutPoints.WordEnd(text, most, most / 2);
        end = end > most / 2 ? end : CutPoints.CharacterEnd(text, most);
        return string.Concat(text.AsSpan(0, end).TrimEnd(), Ellipsis);
    }
}
