namespace PodcastInsights.Core.Episodes;

public static class TurnLanguages
{
    /// <summary>The ISO 639-1 code that most paragraphs have; of as many, the one that comes first. Null where nothing is said.</summary>
    public static string? SpokenLanguage(this IReadOnlyList<Turn> turns) => turns
        .SelectMany(static turn => turn.Paragraphs)
        .CountBy(static paragraph => paragraph.Language)
        .OrderByDescending(static language => language.Value)
        .FirstOrDefault()
        .Key;
}
