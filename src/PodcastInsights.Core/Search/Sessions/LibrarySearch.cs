using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Analysis;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Naming;
using PodcastInsights.Core.Search.Snippets;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>
/// Searches a library with any storage engine: the engine reads posting lists, and <see cref="TurnSearcher"/> matches, ranks and counts
/// over them. Thread-safe.
/// </summary>
public sealed partial class LibrarySearch : ISearchIndex, IDisposable
{
    /// <summary>Number of searches after which the code is compiled.</summary>
    private const int WarmUpWords = 16;

    private readonly SearchStateKeeper states;
    private readonly VocabularyKeeper vocabulary;
    private readonly ISearchSource source;
    private volatile bool disposed;

    public LibrarySearch(ISearchSource source)
    {
        this.source = source;
        states = new SearchStateKeeper(source, CacheBytes());
        vocabulary = new VocabularyKeeper(source);
    }

    public async Task<SearchResults> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.PageSize, 1);
        if (request.Query.IsEmpty)
        {
            return SearchResults.Empty(request);
        }

        return await InSessionAsync(
            (session, seen, state) => AnswerAsync(request, session, seen, state, cancellationToken), cancellationToken);
    }

    public Task<EpisodeMatches> FindInEpisodeAsync(EpisodeSlug episode, SearchQuery query, CancellationToken cancellationToken) =>
        InSessionAsync(
            (session, seen, state) => FindInEpisodeAsync(episode, query, session, seen, state, cancellationToken), cancellationToken);

    public Task<SearchSuggestions> SuggestAsync(string typed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return InSessionAsync(
            (_, _, state) => ValueTask.FromResult<SearchSuggestions?>(SearchSuggester.Suggest(typed, state.Corpus, vocabulary.Words)),
            cancellationToken);
    }

    public Task<QuotationReport> CheckAsync(string text, string? speaker, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        return InSessionAsync(
            (session, seen, state) => CheckAsync(text, speaker, session, seen, state, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Warms up: reads what the first search needs, and runs some searches of all usual kinds, so that the first visitor waits for neither
    /// reading nor compilation.
    /// </summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        // Documents first, then words, on one thread: the first pages have the others.
        await SuggestAsync("qx", cancellationToken);
        var words = vocabulary.Words.Some(WarmUpWords);
        var typed = words.Chunk(2).SelectMany(static pair =>
            (string[])[pair[0], string.Join(' ', pair), $"\"{string.Join(' ', pair)}\"", $"{pair[0]}*"]);

        // The most frequent word has a long list, which other code decodes. The last query has a typing error, so that the spelling index is
        // built too.
        var frequent = vocabulary.Words.StartingWith("", 1).Select(static word => word.Text);
        foreach (var query in typed.Concat(frequent).Concat(words.Take(1).Select(static word => word + "qx")))
        {
            await SearchAsync(new SearchRequest(SearchQuery.Parse(query)), cancellationToken);
        }

        await CheckAsync(string.Join(' ', words), null, cancellationToken);
    }

    public void Dispose()
    {
        disposed = true;
        states.Dispose();
        vocabulary.Dispose();
    }

    /// <summary>
    /// Size of the posting list cache in bytes: a sixteenth of the process's memory, within bounds. For 60,000 paragraphs all lists take
    /// less than the lower bound; the upper one holds the lists for some hundred different searches over 600,000 paragraphs.
    /// </summary>
    private static long CacheBytes() => Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 16, 64L << 20, 320L << 20);

    /// <summary>The turns found, with the people and episodes that were named and, where nothing was found, ways to go on.</summary>
    /// <inheritdoc cref="SearchAsync(SearchRequest, ISearchSession, IndexState, SearchState, CancellationToken)" path="/returns"/>
    private async ValueTask<SearchResults?> AnswerAsync(
        SearchRequest request, ISearchSession session, IndexState seen, SearchState state, CancellationToken cancellationToken)
    {
        var found = await SearchAsync(request, session, seen, state, cancellationToken);
        return found is null || request.Page > 1 ? found : found with
        {
            Named = state.Corpus.Names.NamedBy(request.Query, vocabulary.Words),
            Others = found.Total == 0 && request.WithOthers ? await OthersAsync(request, session, state, cancellationToken) : [],
        };
    }

    /// <returns>Null where a document of the results was removed meanwhile: the cached state is too old.</returns>
    private async ValueTask<SearchResults?> SearchAsync(
        SearchRequest request, ISearchSession session, IndexState seen, SearchState state, CancellationToken cancellationToken)
    {
        var postings = new QueryPostings(state);
        var ranked = await MatchAsync(searcher => searcher.Search(request), postings, session, state, cancellationToken);
        var paragraphs = postings.Token(IndexedText.Paragraph);
        var keys = ranked.Hits
            .Select(hit => new PassageKey(
                hit.Document,
                state.Corpus.Documents.Turns[hit.Document],
                1 + paragraphs.CountBefore(hit.Document, hit.Position)))
            .ToList();
        var passages = await state.Passages.ReadAsync(keys, session, cancellationToken);
        var items = new List<SearchHit>(keys.Count);
        var marker = new TermMarker(ranked.Patterns);
        foreach (var (i, hit) in ranked.Hits.Index())
        {
            if (passages[i] is { } passage)
            {
                var episode = state.Corpus.Episodes[state.Corpus.Documents.EpisodeOf(hit.Document)];
                items.Add(ToHit(episode, passage, keys[i].Paragraph, marker, hit.Score));
            }
            else if (state.Version != seen.Version)
            {
                return null;
            }
        }

        return new SearchResults(
            ranked.Total,
            request.Page,
            request.PageSize,
            ranked.Corrected,
            items,
            ranked.Facets,
            ranked.Relaxed,
            ranked.Hints);
    }

    /// <returns>Null where a turn was removed meanwhile: the cached state is too old.</returns>
    private async ValueTask<EpisodeMatches?> FindInEpisodeAsync(
        EpisodeSlug episode,
        SearchQuery query,
        ISearchSession session,
        IndexState seen,
        SearchState state,
        CancellationToken cancellationToken)
    {
        var found = await MatchAsync(
            searcher => searcher.FindIn(episode, query), new QueryPostings(state), session, state, cancellationToken);
        var wanted = found.Documents.Select(state.Corpus.Documents.TurnOf).ToHashSet();
        var turns = wanted.Count == 0 ? [] : await session.TurnsAsync(wanted, cancellationToken);

        // Turn ids are reused: with an older state, an existing id may be another turn.
        return wanted.Count > 0 && state.Version != seen.Version
            ? null
            : new EpisodeMatches(found.Corrected, turns, new TermMarker(found.Patterns));
    }

    /// <returns>Null where the turns read are of a newer version than the posting lists.</returns>
    private static async ValueTask<QuotationReport?> CheckAsync(
        string text, string? speaker, ISearchSession session, IndexState seen, SearchState state, CancellationToken cancellationToken)
    {
        var postings = new QueryPostings(state);
        while (true)
        {
            var turns = new SessionTurns(session, cancellationToken);
            var report = new QuotationChecker(state.Corpus, postings, turns, cancellationToken).Check(text, speaker);
            if (postings.AreAtHand)
            {
                return turns.AreRead && state.Version != seen.Version ? null : report;
            }

            await postings.ReadMissingAsync(session, cancellationToken);
        }
    }

    /// <summary>Matches with the lists in memory, and repeats after reading missing ones.</summary>
    private async ValueTask<T> MatchAsync<T>(
        Func<TurnSearcher, T?> match,
        QueryPostings postings,
        ISearchSession session,
        SearchState state,
        CancellationToken cancellationToken)
        where T : class
    {
        var words = vocabulary.Words;
        while (true)
        {
            // The paragraph marks, needed to tell which paragraph a position is in; requested now to be read together with the others.
            postings.Token(IndexedText.Paragraph);
            if (match(new TurnSearcher(state.Corpus, postings, words, cancellationToken)) is { } found)
            {
                return found;
            }

            await postings.ReadMissingAsync(session, cancellationToken);
        }
    }

    private static SearchHit ToHit(
        SearchEpisode episode, Passage passage, int paragraph, TermMarker marker, double score) => new(
        episode.Slug,
        episode.Titles,
        episode.PublishedOn,
        passage.TurnId,
        passage.Speaker,
        passage.Start,
        paragraph,
        passage.Language,
        passage.Edition,
        passage.Section,
        SnippetCutter.Cut(passage.Text, marker),
        score)
        {
            EpisodeLanguages = episode.LanguagesRead,
        };

    /// <param name="work">Returns null where the state is too old for it.</param>
    private async Task<T> InSessionAsync<T>(
        Func<ISearchSession, IndexState, SearchState, ValueTask<T?>> work, CancellationToken cancellationToken)
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(disposed, this);
        return await source.ReadAsync(
            async session =>
            {
                for (var attempt = 0; ; attempt++)
                {
                    var seen = await session.BeginAsync(cancellationToken);
                    T? result = null;
                    if (await states.StateForAsync(session, seen, attempt) is { } state)
                    {
                        await vocabulary.RefreshAsync(session, seen, state.Corpus.LiveCount);
                        result = await work(session, seen, state);
                    }

                    await session.EndAsync(cancellationToken);
                    if (result is not null)
                    {
                        return result;
                    }
                }
            },
            cancellationToken);
    }
}
