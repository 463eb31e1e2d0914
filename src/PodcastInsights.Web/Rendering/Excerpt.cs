namespace PodcastInsights.Web.Rendering;

/// <summary>Cuts a text for a place that is short, between words where it has any.</summary>
public static class Excerpt
{
    /// <summary>What is put before a passage that begins within a sentence, as far as a small letter shows that; else nothing.</summary>
    public static string Lead(string passage) => passage.Length > 0 && char.IsLower(passage[0]) ? "…" : "";

    /// <summary>What is put behind a passage that ends within a sentence; else nothing.</summary>
    public static string Trail(string passage) => passage.Length > 0 && char.IsLetterOrDigit(passage[^1]) ? "…" : "";

    public static string Of(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', length);
        var end = space > length / 2 ? space : length;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end).TrimEnd(), "…");
    }
}
