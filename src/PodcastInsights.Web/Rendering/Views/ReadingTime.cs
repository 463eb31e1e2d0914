using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>The reading time of an episode, in minutes.</summary>
/// <param name="WithoutSponsors">Reading time without sponsor reads.</param>
internal readonly record struct ReadingTime(int Minutes, int WithoutSponsors)
{
    // Rates of silent reading of non-fiction by Brysbaert's meta-analysis (2019): 238 English words or 260 Chinese characters a minute.
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
