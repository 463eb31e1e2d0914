using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>How long it takes to read an episode, in minutes.</summary>
/// <param name="WithoutSponsors">The same where there are no sponsor reads.</param>
public readonly record struct ReadingTime(int Minutes, int WithoutSponsors)
{
    // Silent reading of non-fiction, from Brysbaert's meta-analysis (2019): 238 words of English; 260 characters of Chinese.
    private const double WordsPerMinute = 238;
    private const double CharactersPerMinute = 260;

    public static ReadingTime Of(IReadOnlyList<Turn> turns)
    {
        var speech = 0.0;
        var sponsors = 0.0;
        foreach (var paragraph in turns.SelectMany(turn => turn.Paragraphs))
        {
            var speed = TextLanguage.IsEastAsian(paragraph.Language) ? CharactersPerMinute : WordsPerMinute;
            var minutes = paragraph.WordCount / speed;
            (speech, sponsors) = paragraph.Sponsor ? (speech, sponsors + minutes) : (speech + minutes, sponsors);
        }

        return new(Whole(speech + sponsors), Whole(speech));

        static int Whole(double minutes) => Math.Max(1, (int)Math.Round(minutes));
    }
}
