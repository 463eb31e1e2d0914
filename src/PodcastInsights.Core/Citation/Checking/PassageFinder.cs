using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>A place that holds rare words of a quotation about as far from each other as the quotation has them.</summary>
/// <param name="Position">In the document, where the first word looked for would stand.</param>
/// <param name="Weight">Of the words that stand there: their inverse document frequency.</param>
/// <param name="HoldsAll">Whether all words that were looked for stand there.</param>
internal readonly record struct PassageCandidate(int Document, int Position, float Weight, bool HoldsAll);

/// <summary>
/// Finds where words may have been said, by the posting lists of the rarest among them. Reads as much of the lists as says where to look, and no
/// more, whatever was typed.
/// </summary>
internal sealed class PassageFinder(SearchCorpus corpus, IPostings postings, CancellationToken cancellationToken)
{
    // Of so many words each, the rarest are looked for, so that every piece of a quotation is found by its own.
    private const int Window = 6;
    private const int SeedsOfWindow = 2;

    // Bytes of a posting list: beyond the first a word is too frequent to tell a place, beyond the second all lists together.
    private const long Frequent = 64 << 10;
    private const long MostOfAll = 1 << 20;

    // A word that is said over and over is found by some of its places in the quotation.
    private const int MostOfOneWord = 3;

    // Frequent words tell a place where they follow each other.
    private const int PhraseLength = 4;
    private const int MostPhrases = 8;

    private const int MostCandidates = 16;

    // What is rarer in the other places than this, compared with the best, is chance.
    private const float LeastShare = 0.3f;

    // What is repeated in many episodes is found in all of them.
    internal const float AlikeShare = 0.9f;

    private readonly Dictionary<string, PostingList> lists = [];
    private readonly Dictionary<string, PostingList> phrases = [];

    private readonly record struct Seed(int Index, PostingList List, float Weight);

    private readonly record struct Hit(int Document, int Start, int Seed) : IComparable<Hit>
    {
        public int CompareTo(Hit other) =>
            Document != other.Document ? Document.CompareTo(other.Document) : Start.CompareTo(other.Start);
    }

    /// <summary>Asks for the lists of all words.</summary>
    public void AskFor(GivenWords given)
    {
        for (var index = 0; index < given.Count; index++)
        {
            _ = ListsAt(given, index, given.Count).Count();
        }
    }

    /// <summary>How much a word tells: the logarithm of the share of documents that do not hold it.</summary>
    public float WeightOf(in ComparedWord word) => Weight(ListOf(word));

    /// <summary>How much words together must tell to be of one document by more than chance.</summary>
    public float WeightOfOneDocument => MathF.Log(1 + corpus.LiveCount);

    /// <summary>The likeliest places of the words from one to another, best first.</summary>
    /// <param name="byPhrases">Whether to look for words that follow each other alone, since the rare ones may be those that nobody said.</param>
    public List<PassageCandidate> Find(GivenWords given, int from, int to, bool byPhrases = false)
    {
        var seeds = byPhrases ? [] : RareWords(given, from, to);
        if (seeds.Count < Math.Min(2, to - from))
        {
            seeds.AddRange(Phrases(given, from, to));
        }

        var hits = new List<Hit>();
        for (var seed = 0; seed < seeds.Count; seed++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddHits(seeds[seed], seed, given.Words[from].Position, given.Words[seeds[seed].Index].Position, hits);
        }

        hits.Sort();
        return Best(Group(hits, seeds, 4 + ((to - from) / 8)));
    }

    private List<Seed> RareWords(GivenWords given, int from, int to)
    {
        var seeds = new List<Seed>();
        var used = new Dictionary<string, int>();
        for (var start = from; start < to; start += Window)
        {
            var window = Enumerable.Range(start, Math.Min(Window, to - start))
                .SelectMany(index => ListsAt(given, index, to).Select(list => (index, List: list)))
                .Where(static word => word.List.Count > 0 && word.List.Size <= Frequent)
                .OrderBy(static word => word.List.Size);
            foreach (var (index, list) in window.Take(SeedsOfWindow))
            {
                var word = given.Words[index].Folded;
                if ((used[word] = used.GetValueOrDefault(word) + 1) <= MostOfOneWord)
                {
                    seeds.Add(new Seed(index, list, Weight(list)));
                }
            }
        }

        seeds.Sort(static (x, y) => x.List.Size.CompareTo(y.List.Size));
        var all = 0L;
        return [.. seeds.TakeWhile(seed => (all += seed.List.Size) <= MostOfAll)];
    }

    private IEnumerable<Seed> Phrases(GivenWords given, int from, int to)
    {
        var length = Math.Min(PhraseLength, to - from);
        var last = to - length;
        var step = Math.Max(1, (last - from + MostPhrases) / MostPhrases);
        for (var start = from; start <= last; start += step)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var words = given.Words.AsSpan(start, length).ToArray();
            var key = string.Join(' ', words.Select(static word => word.Folded));
            if (!phrases.TryGetValue(key, out var list))
            {
                phrases[key] = list = PostingAlgebra.Phrase(Array.ConvertAll(words, word => ListOf(word)));
            }

            if (list.Count > 0)
            {
                yield return new Seed(start, list, Weight(list));
            }
        }
    }

    private void AddHits(Seed seed, int number, int first, int own, List<Hit> hits)
    {
        for (var i = 0; i < seed.List.Count; i++)
        {
            var document = seed.List.Documents[i];
            if (document >= corpus.Documents.Count || (corpus.Documents.Traits[document] & DocumentTraits.Live) == 0)
            {
                continue;
            }

            var places = new PlaceReader(seed.List.PlacesOf(i));
            while (places.MoveNext())
            {
                hits.Add(new Hit(document, places.Position - (own - first), number));
            }
        }
    }

    /// <summary>Hits that agree on where the quotation begins, give or take some words.</summary>
    private static List<PassageCandidate> Group(List<Hit> hits, List<Seed> seeds, int slack)
    {
        var found = new List<PassageCandidate>();
        var lastGroup = new int[seeds.Count];
        for (var i = 0; i < hits.Count;)
        {
            var (first, weight, count) = (i, 0f, 0);
            for (; i < hits.Count && hits[i].Document == hits[first].Document && hits[i].Start - hits[first].Start <= slack; i++)
            {
                if (lastGroup[hits[i].Seed] != first + 1)
                {
                    lastGroup[hits[i].Seed] = first + 1;
                    weight += seeds[hits[i].Seed].Weight;
                    count++;
                }
            }

            found.Add(new PassageCandidate(hits[first].Document, hits[(first + i) / 2].Start, weight, count == seeds.Count));
        }

        return found;
    }

    private static List<PassageCandidate> Best(List<PassageCandidate> found)
    {
        if (found.Count == 0)
        {
            return found;
        }

        // Equally good ones stay in the order of the library.
        var bar = LeastShare * found.Max(static candidate => candidate.Weight);
        var sorted = found.Where(candidate => candidate.Weight >= bar).OrderByDescending(static candidate => candidate.Weight).ToList();
        var alike = sorted.TakeWhile(candidate => candidate.HoldsAll || candidate.Weight >= AlikeShare * sorted[0].Weight).Count();
        return sorted[..Math.Min(sorted.Count, Math.Max(MostCandidates, alike))];
    }

    /// <summary>Where the word stands, and where it stands as one with the next, if both may be written so.</summary>
    private IEnumerable<PostingList> ListsAt(GivenWords given, int index, int to)
    {
        yield return ListOf(given.Words[index]);
        if (index + 1 < to && given.Words[index + 1].Joins)
        {
            yield return ListOf(given.Words[index].Token + given.Words[index + 1].Token);
        }
    }

    private PostingList ListOf(in ComparedWord word) => ListOf(word.Token);

    private PostingList ListOf(string token)
    {
        if (!lists.TryGetValue(token, out var list))
        {
            lists[token] = list = postings.AnyForm(token, HanForms.OthersOf(token));
        }

        return list;
    }

    private float Weight(PostingList list) => MathF.Log((1f + corpus.LiveCount) / (1f + list.Count));
}
