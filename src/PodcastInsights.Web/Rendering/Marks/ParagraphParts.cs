namespace PodcastInsights.Web.Rendering.Marks;

/// <summary>Splits long paragraphs for display into parts that end with a sentence. They remain one paragraph, and the text is not changed.</summary>
internal static class ParagraphParts
{
    // About ten lines of the column, and five, the shortest part.
    private const int LongText = 800;
    private const int PartLength = 400;

    // An East Asian character is as wide as two letters.
    private const int WideFactor = 2;

    /// <returns>The parts in order, without gaps; one for a short paragraph.</returns>
    public static IReadOnlyList<TextRange> Of(string text, string language)
    {
        var factor = TextLanguage.IsEastAsian(language) ? WideFactor : 1;
        if (text.Length * factor < LongText)
        {
            return [new(0, text.Length)];
        }

        var parts = new List<TextRange>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var end = PastBlank(text, Sentences.EndOf(text, at));
            if (end > 0 && (end - start) * factor >= PartLength && (text.Length - end) * factor >= PartLength / 2)
            {
                parts.Add(new(start, end));
                start = end;
            }
        }

        parts.Add(new(start, text.Length));
        return parts;
    }

    // The space after a sentence belongs to its part.
    private static int PastBlank(string text, int end) => end > 0 && end < text.Length && char.IsWhiteSpace(text[end]) ? end + 1 : end;
}
