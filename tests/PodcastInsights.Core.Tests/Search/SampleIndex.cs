using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Analysis;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Search;

/// <summary>An index in memory over turns of one paragraph each, to prove the engine-neutral part of searching by itself.</summary>
internal sealed class SampleIndex : IPostings
{
    private readonly List<(int Document, string[] Tokens)> documents = [];
    private readonly SearchCorpus corpus;
    private readonly Vocabulary vocabulary;

    public SampleIndex(params IReadOnlyList<SampleTurn> turns)
    {
        var speakers = turns.Select(static turn => turn.Speaker).Distinct().ToList();
        var titles = turns.Select(static turn => turn.Episode).Distinct().DefaultIfEmpty("Sample").ToList();
        var rows = new SearchDocumentsBuilder();
        var lengths = new List<int>();
        foreach (var (index, turn) in turns.Index())
        {
            var text = new IndexedText();
            text.AddParagraph(turn.Text);
            documents.Add((index + 1, text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)));
            var traits = DocumentTraits.Live | (turn.Sponsor ? DocumentTraits.Sponsor : 0) | (turn.Takeaway ? DocumentTraits.Takeaway : 0);
            lengths.Add(text.Length);
            rows.Add(index + 1, new SearchDocument(
                index + 1, titles.IndexOf(turn.Episode), speakers.IndexOf(turn.Speaker), text.Length, (byte)(turn.Text.Any(static c => c >= '一') ? 1 : 0), traits));
        }

        corpus = new SearchCorpus(
            rows.Build(),
            titles.ConvertAll(static title => new SearchEpisode(
                EpisodeSlug.From(title), new Dictionary<string, string> { ["en"] = title }, new DateOnly(2024, 6, 1), ["Bo Lantern"], ["Shipping"])),
            speakers.ConvertAll(static name => new SearchSpeaker(name, EpisodeSlug.From(name))),
            ["en", "zh"],
            turns.Count,
            turns.Count == 0 ? 1 : lengths.Average());
        vocabulary = new Vocabulary(documents.SelectMany(static document => document.Tokens).CountBy(static token => token)
            .Select(static pair => new VocabularyWord(pair.Key, pair.Value + 1)));
    }

    /// <summary>Called when the postings of a word are read.</summary>
    public Action? Reading { get; init; }

    public RankedDocuments Search(string typed, bool literal = false, int pageSize = 100, CancellationToken cancellationToken = default) =>
        new TurnSearcher(corpus, this, vocabulary, cancellationToken)
            .Search(new SearchRequest(SearchQuery.Parse(typed), PageSize: pageSize, Literal: literal));

    /// <summary>Numbers of the turns found, best first.</summary>
    public IEnumerable<int> Find(string typed, bool literal = false) => Search(typed, literal).Hits.Select(static hit => hit.Document);

    /// <summary>Numbers of the turns found in one episode, in the order spoken.</summary>
    public IReadOnlyList<int> FindIn(string episode, string typed) =>
        new TurnSearcher(corpus, this, vocabulary).FindIn(EpisodeSlug.From(episode), SearchQuery.Parse(typed)).Documents;

    public PostingList Token(string token) => Where(other => other == token);

    public PostingList Prefix(string prefix) => Where(token => token.StartsWith(prefix, StringComparison.Ordinal));

    public PostingList Derived(string key, Func<int, PostingList> after) => after(0);

    private PostingList Where(Func<string, bool> match)
    {
        Reading?.Invoke();
        var builder = new PostingListBuilder();
        foreach (var (document, tokens) in documents)
        {
            for (var i = 0; i < tokens.Length; i++)
            {
                if (match(tokens[i]))
                {
                    builder.Add(i);
                }
            }

            builder.Close(document);
        }

        return builder.Build();
    }
}

internal sealed record SampleTurn(string Speaker, string Text, bool Sponsor = false, bool Takeaway = false, string Episode = "Sample");
