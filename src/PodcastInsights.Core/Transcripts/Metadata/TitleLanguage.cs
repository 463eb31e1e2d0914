namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>The language to file a title under, told by its script.</summary>
internal static class TitleLanguage
{
    /// <summary>
    /// An ISO 639-1 code: <c>ja</c> where Kana stand, <c>ko</c> where Hangul stand, <c>zh</c> where other Han characters stand, else
    /// <c>en</c>.
    /// </summary>
    public static string Of(string title)
    {
        var language = "en";
        foreach (var character in title)
        {
            switch (character)
            {
                case >= '\u3040' and <= '\u30FF':
                    return "ja";
                case >= '\uAC00' and <= '\uD7AF':
                    return "ko";
                case >= '\u3400' and <= '\u9FFF':
                    language = "zh";
                    break;
            }
        }

        return language;
    }
}
