namespace PodcastInsights.Core.Text;

/// <summary>Cuts a text for a place that is short, and says with an ellipsis where it is cut.</summary>
public static class Excerpt
{
    private const string Ellipsis = "…";

    /// <summary>What is put before a passage that begins within a sentence, as far as a small letter shows that; else nothing.</summary>
    public static string Lead(string passage) => passage.Length > 0 && char.IsLower(passage[0]) ? Ellipsis : "";

    /// <summary>What is put behind a passage that ends within a sentence; else nothing.</summary>
    public static string Trail(string passage) => passage.Length == 0 || Sentences.AreEndedOrTrailOff(passage) ? "" : Ellipsis;

    /// <summary>
    /// The beginning of the text, with an ellipsis where it is cut: behind a word, unless the last one fills half of the room, and else behind
    /// a whole character.
    /// </summary>
    /// <param name="length">The most characters, the ellipsis among them.</param>
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
