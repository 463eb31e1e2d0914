namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>The parameter <c>lang</c>: the language of the edition wanted.</summary>
public static class EditionLanguage
{
    /// <summary>Takes nothing at all, <c>en</c> or <c>zh</c>, or any other code of two or three letters; false for other text.</summary>
    public static bool TryRead(string? text, out string? language)
    {
        language = string.IsNullOrEmpty(text) ? null : text.ToLowerInvariant();
        return language is null || (language.Length is 2 or 3 && language.All(char.IsAsciiLetterLower));
    }

    /// <summary>For pages, which take an odd text for none.</summary>
    public static string? Wanted(string? text) => TryRead(text, out var language) ? language : null;
}
