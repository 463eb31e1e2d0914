using System.Buffers;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>A quotation, or a part of it, aligned with words that were said.</summary>
internal sealed class FoundPassage(GivenWords given, SaidWords said, WordAlignment alignment, SearchEpisode episode, EpisodeSlug? speaker, int turn)
{
    // Largest number of words left out without an ellipsis; with more, these are two places.
    private const int MostLeftOut = 8;

    // A short omission within a sentence may reverse its sense; a longer one is obvious.
    private const int ShortCut = 12;

    // Largest share of other speakers' words beside those of the named one: a word at the edge may match by chance.
    private const float MostOfOthers = 0.1f;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".?!。？！");

    public WordAlignment Alignment => alignment;

    public int Cost => alignment.Cost;

    public bool IsElided => alignment.Runs.Any(IsEllipsis);

    public EpisodeSlug Episode => episode.Slug;

    /// <summary>Identifies the place.</summary>
    public object Key => (episode.Slug, said.Spoken.Edition, said.PlaceOf(alignment.SaidFrom), said.PlaceOf(alignment.SaidTo - 1));

    /// <summary>Whether so much is left out without an ellipsis that these are two places.</summary>
    public bool HasGap => alignment.Runs.Any(IsGap);

    /// <summary>The parts between <see cref="HasGap">gaps</see>; the passage itself where there is none.</summary>
    public IEnumerable<FoundPassage> Pieces()
    {
        var from = 0;
        for (var i = 0; i <= alignment.Runs.Count; i++)
        {
            if (i == alignment.Runs.Count || IsGap(alignment.Runs[i]))
            {
                var runs = alignment.Runs.Skip(from).Take(i - from).ToList();
                if (runs.Exists(static run => run.Same))
                {
                    yield return new FoundPassage(given, said, new WordAlignment(runs, 0), episode, speaker, turn);
                }

                from = i + 1;
            }
        }
    }

    /// <summary>Whether at least this many adjacent words of the quotation were not said here; they may be from elsewhere.</summary>
    public bool HasForeignPiece(int words) => alignment.Runs.Any(run => !run.Same && run.GivenTo - run.GivenFrom >= words);

    /// <summary>Whether the named speaker said all of it, as far as names tell.</summary>
    public bool IsBy(GivenName name)
    {
        var (all, others) = (0, 0);
        foreach (var (turn, words) in WordsByTurn())
        {
            all += words;
            others += IsBy(name, turn) ? 0 : words;
        }

        return others <= all * MostOfOthers;
    }

    /// <summary>Whether the speaker of all the words is unknown.</summary>
    public bool IsByUnknown => WordsByTurn().All(one => GivenName.IsUnknown(TurnOf(one.Turn).Speaker));

    public QuotationPlace ToPlace()
    {
        var (from, to) = (alignment.SaidFrom, alignment.SaidTo);
        var (first, last) = (said.TurnOf(from), said.TurnOf(to - 1));
        var people = episode.Guests.Concat(said.Spoken.Turns.Select(static one => one.Speaker ?? "")).Distinct().ToList();
        var capitals = said.ParagraphOf(from).Language != "de";
        var givenNames = new NamedWords(given.Words, _ => given.Text, people, capitals && given.Text.Any(char.IsLower));
        var saidNames = new NamedWords(
            said.Words, index => said.ParagraphOf(index).Plain, people, capitals);
        var differences = new List<QuotationDifference>();
        var cautions = new SortedSet<QuotationCaution>();
        foreach (var run in alignment.Runs.Where(static run => !run.Same))
        {
            var isEllipsis = IsEllipsis(run);
            var source = said.TextOf(run.SaidFrom, run.SaidTo);
            differences.Add(new QuotationDifference(
                isEllipsis ? $"{QuotedText.Ellipsis}" : given.TextOf(run.GivenFrom, run.GivenTo), source));
            if (isEllipsis && (run.SaidTo - run.SaidFrom > ShortCut || EndsSentence(run)))
            {
                continue;
            }

            var givenRun = given.Words.AsSpan(run.GivenFrom..run.GivenTo);
            var saidRun = said.Words.AsSpan(run.SaidFrom..run.SaidTo);
            if (Negation.Differs(givenRun, saidRun))
            {
                cautions.Add(QuotationCaution.Negation);
            }

            if (!isEllipsis && SpokenNumbers.Differ(givenRun, saidRun))
            {
                cautions.Add(QuotationCaution.Number);
            }

            if (!isEllipsis && (givenNames.AnyOf(run.GivenFrom, run.GivenTo) || saidNames.AnyOf(run.SaidFrom, run.SaidTo)))
            {
                cautions.Add(QuotationCaution.Name);
            }
        }

        return new QuotationPlace(
            episode.Slug,
            episode.Titles,
            episode.PublishedOn,
            said.Spoken.Edition,
            [.. said.Spoken.Turns.Skip(first).Take(last - first + 1)],
            said.NumberOf(from),
            said.NumberOf(to - 1),
            given.TextOf(alignment.GivenFrom, alignment.GivenTo),
            said.TextOf(from, to),
            differences,
            [.. cautions]);
    }

    private bool IsGap(AlignedRun run) =>
        !run.Same && !IsEllipsis(run) && run.SaidTo - run.SaidFrom - (run.GivenTo - run.GivenFrom) > MostLeftOut;

    private bool IsEllipsis(AlignedRun run) =>
        !run.Same && run.GivenFrom == run.GivenTo && run.GivenFrom < given.Count && given.AfterEllipsis(run.GivenFrom);

    private bool EndsSentence(AlignedRun run) =>
        said.TextOf(run.SaidFrom, Math.Min(run.SaidTo + 1, said.Words.Length)).AsSpan().IndexOfAny(SentenceEnds) >= 0
        || (run.SaidFrom > 0 && said.TextOf(run.SaidFrom - 1, run.SaidFrom + 1).AsSpan().IndexOfAny(SentenceEnds) >= 0);

    private bool IsBy(GivenName name, int number) => TurnOf(number).Speaker is { } own && !GivenName.IsUnknown(own)
        && (name.MayBe(own) || (speaker is { } slug && own == TurnOf(turn).Speaker && name.MayBe(slug.Value)));

    /// <summary>Number of quoted words that match, for each turn.</summary>
    private IEnumerable<(int Turn, int Words)> WordsByTurn() => alignment.Runs.Where(static run => run.Same)
        .SelectMany(static run => Enumerable.Range(run.SaidFrom, run.SaidTo - run.SaidFrom))
        .CountBy(said.TurnOf).Select(static pair => (pair.Key, pair.Value));

    private Turn TurnOf(int number) => said.Spoken.Turns[number];
}
