using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>A window of words around a place, in which a quotation may be found.</summary>
/// <param name="From">Index of the first word to look at.</param>
/// <param name="To">Index after the last word.</param>
/// <param name="Turn">Index of the place's turn in <paramref name="Said"/>.</param>
internal sealed record SpokenWindow(SaidWords Said, int From, int To, int Turn, SearchEpisode Episode, SearchSpeaker? Speaker)
{
    public FoundPassage Passage(GivenWords given, WordAlignment alignment) =>
        new(given, Said, alignment, Episode, Speaker?.Slug, Turn);
}

/// <summary>Reads windows of words around places, long enough for the quotation, across adjacent turns where needed.</summary>
internal sealed class SpokenWindows(SearchCorpus corpus, ISpokenTurns turns)
{
    // A quotation may continue over short turns, such as a "yes" in between.
    private const int WordsOfShortTurn = 8;
    private const int MostTurns = 6;

    // Number of turns that an ellipsis may skip.
    private const int TurnsLeftOut = 2;
    private const int WordsLeftOut = 1000;

    // Largest number of characters read for one text.
    private const long MostRead = 4 << 20;

    private readonly Dictionary<(long Turn, int Before, int After), SpokenTurns?> spoken = [];
    private readonly Dictionary<(IReadOnlyList<Turn>, bool Sponsors), SaidWords> words = [];
    private long read;

    /// <summary>The window without sponsor reads and, where the place has some, the window with them.</summary>
    public IEnumerable<SpokenWindow> Around(PassageCandidate candidate, GivenWords given, int from, int to)
    {
        var documents = corpus.Documents;
        var document = candidate.Document;
        var length = given.Words[to - 1].Position - given.Words[from].Position + 1;
        var slack = 6 + (length / 8);
        var first = candidate.Position - slack;
        var beyond = candidate.Position + length + slack - documents.Lengths[document];
        var (before, after) = (TurnsFor(-first), TurnsFor(beyond));
        if (given.HasEllipsis)
        {
            (before, after, slack) = (Math.Max(before, TurnsLeftOut), Math.Max(after, TurnsLeftOut), slack + WordsLeftOut);
        }

        if (Read(documents.TurnOf(document), before, after) is not { } around)
        {
            yield break;
        }

        var sponsor = (documents.Traits[document] & DocumentTraits.Sponsor) != 0;
        var hasSponsors = around.Turns.Any(static turn => turn.Paragraphs.Any(static paragraph => paragraph.Sponsor));
        foreach (var withSponsors in (bool[])(sponsor ? [true] : hasSponsors ? [false, true] : [false]))
        {
            var said = WordsOf(around, withSponsors);
            var at = said.Find(around.Asked, sponsor, Math.Max(0, candidate.Position)) + Math.Min(0, candidate.Position);
            yield return new SpokenWindow(
                said,
                Math.Max(0, at - slack),
                Math.Min(said.Words.Length, at + length + slack),
                around.Asked,
                corpus.Episodes[documents.EpisodeOf(document)],
                documents.Speakers[document] is >= 0 and var speaker ? corpus.Speakers[speaker] : null);
        }
    }

    private static int TurnsFor(int words) => words <= 0 ? 0 : Math.Min(MostTurns, 1 + (words / WordsOfShortTurn));

    private SpokenTurns? Read(long turn, int before, int after)
    {
        if (!spoken.TryGetValue((turn, before, after), out var around) && read < MostRead)
        {
            spoken[(turn, before, after)] = around = turns.Around(turn, before, after);
            read += around?.Turns.Sum(static one => one.Paragraphs.Sum(static paragraph => (long)paragraph.Plain.Length)) ?? 0;
        }

        return around;
    }

    private SaidWords WordsOf(SpokenTurns around, bool withSponsors)
    {
        if (!words.TryGetValue((around.Turns, withSponsors), out var said))
        {
            words[(around.Turns, withSponsors)] = said = new SaidWords(around, withSponsors);
        }

        return said;
    }
}
