using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>Detects direct speech by words such as <c>I</c>, <c>we</c> and <c>you</c>.</summary>
internal static partial class SpokenWords
{
    /// <summary>Number of paragraphs examined.</summary>
    private const int Window = 200;

    /// <summary>Shorter paragraphs may be speech without such words.</summary>
    public const int FewCharacters = 20;

    /// <summary>Share of the longer paragraphs that are direct speech; null where there are none, or where their language is not known.</summary>
    public static double? Share(IEnumerable<string> paragraphs)
    {
        var (longer, spoken) = (0, 0);
        foreach (var text in paragraphs.Where(static text => text.Length >= FewCharacters || Persons.IsMatch(text)).Take(Window))
        {
            longer++;
            spoken += Persons.IsMatch(text) ? 1 : 0;
        }

        return longer == 0 ? null : (double)spoken / longer;
    }

    /// <summary>Whether the language is one whose pronouns are known here.</summary>
    public static bool AreKnown(IEnumerable<string> paragraphs)
    {
        var some = paragraphs.Take(Window).ToList();
        return some.Count(static text => KnownLanguage.IsMatch(text)) * 3 >= some.Count;
    }

    /// <summary>Number of paragraphs that are questions.</summary>
    public static int Questions(IEnumerable<string> paragraphs) => paragraphs.Count(static text => Sentences.AreAsked(text));

    // First and second person pronouns, greetings and thanks.
    [GeneratedRegex(
        @"\b(?:I|I['’](?:m|ve|d|ll)|me|my|we|we['’](?:re|ve|d|ll)|us|our|you|you['’](?:re|ve|d|ll)|your|yeah|hello|hi|hey|welcome|thanks|thank"
        + @"|ich|wir|mich|uns|unser|Sie|du|je|j['’]|nous|vous|moi|yo|nosotros|usted|tú|eu|nós|você|io|noi|voi)\b|[我你您咱俺]|大家",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Persons { get; }

    [GeneratedRegex(
        @"\b(?:the|and|of|is|to|a|in|it|und|der|die|das|ist|le|la|les|est|et|el|los|es|que|o|os|é|il|che|non)\b|[的是了不]",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex KnownLanguage { get; }
}
