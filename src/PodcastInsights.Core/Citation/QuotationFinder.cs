using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation;

/// <summary>
/// Finds the words of a link again: where the link says, elsewhere in the turn, in a turn that they moved to; and where nobody says them
/// any more, what comes nearest to them, which it calls edited. It never takes other words for those of the link.
/// </summary>
public static class QuotationFinder
{
    /// <summary>Fewer words are said by anybody anywhere: they are looked for in their own turn alone.</summary>
    private const int LeastWordsElsewhere = 4;

    /// <summary>By how many the words may be more or fewer and yet the same: "well-known" is one word, "well known" two.</summary>
    private const int MostWordsMore = 3;

    /// <summary>Bytes that are hashed at most for one link.</summary>
    private const long MostBytes = 32 << 20;

    /// <summary>Turns on either side in which the nearest passage is looked for.</summary>
    private const int Near = 3;

    /// <summary>The share of the earlier words that a passage must have to be shown as what became of them.</summary>
    private const double Alike = 0.3;

    /// <summary>The words where the link says, where they are these or it does not tell; else null.</summary>
    /// <param name="turns">The turn and those behind it, as many as there are up to <see cref="CitedWords.MostTurnsOn"/>.</param>
    /// <param name="at">The turn that the link leads to.</param>
    public static Quotation? InPlace(IReadOnlyList<Turn> turns, int at, CitedWords cited)
    {
        var words = SpokenWords.Of(turns);
        return words.Window(cited, at) is not { } window ? null
            : cited.Hash is null ? Quotation.Of(words, window, QuotationMatch.Unknown)
            : words.HashOf(window) == cited.Hash ? Quotation.Of(words, window, QuotationMatch.Exact)
            : null;
    }

    /// <summary>The words wherever they stand; null where nobody says them.</summary>
    /// <param name="turns">All turns of an edition.</param>
    public static Quotation? Anywhere(IReadOnlyList<Turn> turns, int at, CitedWords cited) => cited.Hash is null
        ? null
        : InPlace(turns, at, cited) ?? Elsewhere(SpokenWords.Of(turns), turns.Count, at, cited, null);

    /// <summary>The words wherever they stand, or what comes nearest to them; null where the turn has no words.</summary>
    /// <param name="turns">All turns of the edition.</param>
    /// <param name="id">Of the link.</param>
    /// <param name="remembered">Of the episode: earlier turns with the link's hash, or near its number.</param>
    public static Quotation? Find(
        IReadOnlyList<Turn> turns, int at, CitedWords cited, TurnId id, IReadOnlyList<RememberedTurn> remembered)
    {
        if (InPlace(turns, at, cited) is { } quotation)
        {
            return quotation;
        }

        if (cited.Hash is null)
        {
            return null;
        }

        var words = SpokenWords.Of(turns);
        var earlier = EarlierWords.Of(cited, id, turns, at, remembered);
        if (Elsewhere(words, turns.Count, at, cited, earlier) is { } moved)
        {
            return moved;
        }

        var alignment = earlier is null ? null : Alignment(words, turns.Count, at, cited.TurnsOn, earlier);
        if ((alignment?.Now ?? words.Nearest(cited, at)) is not { } nearest)
        {
            return null;
        }

        return new(QuotationMatch.Edited, words.Cite(nearest), words.PassagesOf(nearest), earlier?.Text, alignment?.Changes ?? []);
    }

    private static Quotation? Elsewhere(SpokenWords words, int turns, int at, CitedWords cited, EarlierWords? earlier)
    {
        var hashed = 0L;
        foreach (var window in cited.TurnsOn == 0 ? InTurns(words, turns, at, cited) : OverTurns(words, turns, at, cited))
        {
            var folded = words.FoldedOf(window);
            if (earlier is not null ? folded.SequenceEqual(earlier.Words.FoldedOf(earlier.Window)) : ShortHash.Of(folded) == cited.Hash)
            {
                return Quotation.Of(words, window, QuotationMatch.Moved);
            }

            if ((hashed += folded.Length) > MostBytes)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Where words of one turn may stand now, the likeliest first.</summary>
    private static IEnumerable<WordWindow> InTurns(SpokenWords words, int turns, int at, CitedWords cited)
    {
        var count = cited.Last - cited.First + 1;
        if (words.WordsOf(at) is { } own)
        {
            var counts = Enumerable.Range(1, MostWordsMore).SelectMany(more => (int[])[count + more, count - more]).Prepend(count);
            foreach (var window in counts.Where(n => n > 0).SelectMany(n => Within(own, n, own.First + cited.First - 1)))
            {
                yield return window;
            }
        }

        if (count < LeastWordsElsewhere)
        {
            yield break;
        }

        foreach (var other in Outwards(at, turns).Skip(1))
        {
            if (words.WordsOf(other) is { } theirs)
            {
                foreach (var window in Within(theirs, count, theirs.First))
                {
                    yield return window;
                }
            }
        }
    }

    /// <summary>
    /// Where words of several turns may stand now. The last of them stands where it stood in its turn, since all that is before it there
    /// is of the quotation too; the first may have moved within its turn.
    /// </summary>
    private static IEnumerable<WordWindow> OverTurns(SpokenWords words, int turns, int at, CitedWords cited)
    {
        foreach (var start in Outwards(at, turns))
        {
            if (words.WordsOf(start) is { } own && words.Window(1, cited.TurnsOn, cited.Last, start) is { } whole)
            {
                foreach (var first in Outwards(Math.Min(cited.First, own.Count) - 1, own.Count))
                {
                    yield return whole with { First = own.First + first };
                }
            }
        }
    }

    private static IEnumerable<WordWindow> Within(WordWindow turn, int count, int nearest)
    {
        var places = turn.Count - count + 1;
        return places <= 0
            ? []
            : Outwards(Math.Clamp(nearest - turn.First, 0, places - 1), places)
                .Select(place => new WordWindow(turn.First + place, turn.First + place + count - 1));
    }

    /// <summary>All numbers below <paramref name="count"/>, those nearest to one of them first.</summary>
    private static IEnumerable<int> Outwards(int from, int count)
    {
        yield return from;
        for (var distance = 1; distance < count; distance++)
        {
            if (from + distance < count)
            {
                yield return from + distance;
            }

            if (from - distance >= 0)
            {
                yield return from - distance;
            }
        }
    }

    /// <summary>The passage nearest to the earlier words: in the turns of the link, or where little is left there, in those near them.</summary>
    private static WordAlignment? Alignment(SpokenWords words, int turns, int at, int turnsOn, EarlierWords earlier)
    {
        var enough = earlier.Window.Count * Alike;
        var own = Within(at, at + turnsOn);
        var wider = own?.Same >= 2 * enough ? null : Within(Math.Max(0, at - Near), Math.Min(turns - 1, at + turnsOn + Near));
        var best = (wider?.Same ?? 0) > (own?.Same ?? 0) ? wider : own;
        return best?.Same >= enough ? best : null;

        WordAlignment? Within(int first, int last)
        {
            var spoken = Enumerable.Range(first, last - first + 1).Where(turn => turn < turns)
                .Select(words.WordsOf).OfType<WordWindow>().ToList();
            return spoken.Count == 0 ? null : WordAlignment.Of(earlier.Words, earlier.Window, words, new(spoken[0].First, spoken[^1].Last));
        }
    }
}
