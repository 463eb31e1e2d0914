using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>A place with rare words of a quotation, at about the same distances as in the quotation.</summary>
/// <param name="Position">Position in the document where the first word would be.</param>
/// <param name="Weight">Sum of the inverse document frequencies of the words found there.</param>
/// <param name="HoldsAll">Whether all words looked for are there.</param>
internal readonly record struct PassageCandidate(int Document, int Position, float Weight, bool HoldsAll);

/// <summary>
/// Finds places where words may have been said, using the posting lists of the rarest ones. Bounds how much of the lists is read, whatever
/// the text.
/// </summary>
internal sealed class PassageFinder(SearchCorpus corpus, IPostings postings, CancellationToken cancellationToken)
{
    // In each window of this many words the rarest ones are looked for, so that each part of a quotation can be found by its own.
    private const int Window = 6;
    private const int SeedsOfWindow = 2;

    // Size of a posting list in bytes above which a word is too frequent, and of all lists together.
    private const long Frequent = 64 << 10;
    private const long MostOfAll = 1 << 20;

    // Largest number of occurrences of one word in the quotation that are looked for.
    private const int MostOfOneWord = 3;

    // Frequent words are looked for as phrases of this many words.
    private const int PhraseLength = 4;
    private const int MostPhrases = 8;

    private const int MostCandidates = 16;

    // Places with a smaller share of the best weight are chance.
    private const float LeastShare = 0.3f;

    // Places with this share of the best weight count as equal, so that text repeated in many episodes is found in all of them.
    internal const float AlikeShare = 0.9f;

    private readonly Dictionary<string, PostingList> lists = [];
    private readonly Dictionary<string, PostingList> phrases = [];

    private readonly record struct Seed(int Index, PostingList List, float Weight);

    private readonly record struct Hit(int Document, int Start, int Seed) : IComparable<Hit>
    {
        public int CompareTo(Hit other) =>
            Document != other.Document ? Document.CompareTo(other.Document) : Start.CompareTo(other.Start);
    }

    /// <summary>Requests the posting lists of all words.</summary>
    public void AskFor(GivenWords given)
    {
        for (var index = 0; index < given.Count; index++)
        {
            _ = ListsAt(given, index, given.Count).Count();
        }
    }

    /// <summary>The weight of a word: its inverse document frequency.</summary>
    public float WeightOf(in ComparedWord word) => Weight(ListOf(word));

    /// <summary>The weight that identifies one document with more than chance.</summary>
    public float WeightOfOneDocument => MathF.Log(1 + corpus.LiveCount);

    /// <summary>Finds the likeliest places of the words in a range, best first.</summary>
    /// <param name="byPhrases">Whether to look for phrases only, because the rare words may be wrong.</param>
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

    /// <summary>Groups hits that agree on the start of the quotation, within a tolerance.</summary>
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

        // Sorting is stable: equal places stay in library order.
        var bar = LeastShare * found.Max(static candidate => candidate.Weight);
        var sorted = found.Where(candidate => candidate.Weight >= bar).OrderByDescending(static candidate => candidate.Weight).ToList();
        var alike = sorted.TakeWhile(candidate => candidate.HoldsAll || candidate.Weight >= AlikeShare * sorted[0].Weight).Count();
        return sorted[..Math.Min(sorted.Count, Math.Max(MostCandidates, alike))];
    }

    /// <summary>Lists of the word, and of the word joined with the next one, where both may be written as one.</summary>
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
