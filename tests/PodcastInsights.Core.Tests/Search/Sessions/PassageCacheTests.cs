using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Tests.Search.Sessions;

public sealed class PassageCacheTests
{
    private readonly PassageCache cache = new(10_000);
    private readonly Store store = new();

    [Fact]
    public async Task A_passage_is_read_once_and_the_order_is_that_of_the_keys()
    {
        Assert.Equal(["1", "2"], await TextsAsync(1, 2));
        Assert.Equal(["3", "2", "1"], await TextsAsync(3, 2, 1));
        Assert.Equal(["1"], await TextsAsync(1));

        Assert.Equal([1, 2, 3], store.Asked);
    }

    [Fact]
    public async Task A_document_that_is_gone_is_asked_for_again()
    {
        store.Gone.Add(2);
        Assert.Equal(["1", null], await TextsAsync(1, 2));
        Assert.Equal([null], await TextsAsync(2));

        Assert.Equal([1, 2, 2], store.Asked);
    }

    [Fact]
    public async Task What_is_asked_for_again_and_again_stays_while_others_come_and_go()
    {
        for (var document = 2; document < 200; document++)
        {
            await TextsAsync(1, document);
        }

        await TextsAsync(2);
        Assert.Single(store.Asked, 1);
        Assert.Equal(2, store.Asked.Count(document => document == 2));
    }

    private async Task<IEnumerable<string?>> TextsAsync(params int[] documents) =>
        (await cache.ReadAsync([.. documents.Select(document => new PassageKey(document, document, 1))], store, default)).Select(passage => passage?.Text);

    /// <summary>Whose documents say their number.</summary>
    private sealed class Store : ISearchSession
    {
        public List<int> Asked { get; } = [];

        public HashSet<int> Gone { get; } = [];

        public ValueTask<Passage?[]> PassagesAsync(IReadOnlyList<PassageKey> keys, CancellationToken cancellationToken)
        {
            Asked.AddRange(keys.Select(key => key.Document));
            return ValueTask.FromResult(keys.Select(key => Gone.Contains(key.Document)
                ? null
                : new Passage(default, null, null, $"{key.Document}", "en", null, null)).ToArray());
        }

        public ValueTask<IndexState> BeginAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask EndAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<DocumentRun>> RunsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<StoredRun> ReadAsync(IReadOnlyList<DocumentRun> runs, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<PostingList[]> PostingsAsync(IReadOnlyList<WantedPostings> wanted, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<IReadOnlyList<MatchedTurn>> TurnsAsync(IReadOnlyCollection<long> turns, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<SpokenTurns?> TurnsAroundAsync(long turn, int before, int after, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<IReadOnlyList<VocabularyWord>> VocabularyAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
