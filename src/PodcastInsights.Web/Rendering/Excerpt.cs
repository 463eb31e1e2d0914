namespace PodcastInsights.Web.Rendering;

/// <summary>Cuts a text for a place that is short, between words where it has any.</summary>
public static class Excerpt
{
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
