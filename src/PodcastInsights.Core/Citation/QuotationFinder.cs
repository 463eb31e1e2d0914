using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation;

/// <summary>
/// Finds the words of a link: at their place, elsewhere in the turn, or in another turn. Where they no longer exist, finds the nearest
/// passage and reports it as edited. Never reports other words as those of the link.
/// </summary>
public static class QuotationFinder
{
    /// <summary>Shorter quotations occur by chance elsewhere, so they are looked for in their own turn only.</summary>
    private const int LeastWordsElsewhere = 4;

    /// <summary>How far the number of words may differ for the same text: "well-known" is one word, "well known" two.</summary>
    private const int MostWordsMore = 3;

    /// <summary>Largest number of bytes hashed for one link.</summary>
    private const long MostBytes = 32 << 20;

    /// <summary>Number of turns on each side in which the nearest passage is looked for.</summary>
    private const int Near = 3;

    /// <summary>Least share of the former words in a passage that is shown as their edited form.</summary>
    private const double Alike = 0.3;

    /// <summary>Finds the words at their place; null where other words are there. A link without a hash always matches.</summary>
    /// <param name="turns">The turn and up to <see cref="CitedWords.MostTurnsOn"/> turns after it.</param>
    /// <param name="at">Index of the link's turn.</param>
    public static Quotation? InPlace(IReadOnlyList<Turn> turns, int at, CitedWords cited)
    {
        var words = SpokenWords.Of(turns);
        return words.Window(cited, at) is not { } window ? null
            : cited.Hash is null ? Quotation.Of(words, window, QuotationMatch.Unknown)
            : words.HashOf(window) == cited.Hash ? Quotation.Of(words, window, QuotationMatch.Exact)
            : null;
    }

    /// <summary>Finds the words anywhere; null where they do not exist.</summary>
    /// <param name="turns">All turns of an edition.</param>
    public static Quotation? Anywhere(IReadOnlyList<Turn> turns, int at, CitedWords cited) => cited.Hash is null
        ? null
        : InPlace(turns, at, cited) ?? Elsewhere(SpokenWords.Of(turns), turns.Count, at, cited, null);

    /// <summary>Finds the words anywhere, or the nearest passage; null where the turn has no words.</summary>
    /// <param name="turns">All turns of the edition.</param>
    /// <param name="id">Of the link.</param>
    /// <param name="remembered">Remembered turns of the episode with the link's hash, or near its number.</param>
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

    /// <summary>Candidate windows for words of one turn, the likeliest first.</summary>
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
    /// Candidate windows for words of several turns. The last word keeps its number in its turn, because all words before it there belong
    /// to the quotation; the first one may have moved within its turn.
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

    /// <summary>The numbers below <paramref name="count"/>, in order of distance from the given ones.</summary>
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

    /// <summary>Aligns the former words with the link's turns, or with the turns around where little is left there.</summary>
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
