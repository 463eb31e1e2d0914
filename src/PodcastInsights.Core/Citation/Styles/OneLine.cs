namespace PodcastInsights.Core.Citation.Styles;

/// <summary>
/// Makes transcript text safe as a field of a reference: well-formed, on one line, without control characters, so that no title can inject
/// a field in line-based formats.
/// </summary>
public static class OneLine
{
    public static string Of(string text)
    {
        var plain = string.Create(text.Length, UnicodeText.WellFormed(text), static (line, from) =>
        {
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = char.IsControl(from[i]) ? ' ' : from[i];
            }
        });
        return string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
