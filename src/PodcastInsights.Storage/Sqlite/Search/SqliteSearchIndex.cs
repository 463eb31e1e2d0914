using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Analysis;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Snippets;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>
/// Searches an FTS5 index. FTS5 keeps and finds the posting lists; matching, ranking and counting are those of
/// <see cref="TurnSearcher"/>. Safe for several threads; opens a connection for each that searches at once.
/// </summary>
public sealed class SqliteSearchIndex : ISearchIndex, IDisposable
{
    private readonly PostingCache cache = new(CacheBytes());
    private readonly SearchStateKeeper states;
    private readonly VocabularyKeeper vocabulary;
    private readonly ConcurrentBag<SearchSession> sessions = [];
    private readonly SqliteDatabase database;
    private volatile bool disposed;

    public SqliteSearchIndex(SqliteDatabase database)
    {
        this.database = database;
        states = new SearchStateKeeper(cache, Open);
        vocabulary = new VocabularyKeeper(Open);
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

        return await InSessionAsync((session, state) => Search(request, session, state, cancellationToken), cancellationToken);
    }

    public Task<EpisodeMatches> FindInEpisodeAsync(EpisodeSlug episode, SearchQuery query, CancellationToken cancellationToken) =>
        InSessionAsync((session, state) => FindInEpisode(episode, query, session, state, cancellationToken), cancellationToken);

    public Task<SearchSuggestions> SuggestAsync(string typed, CancellationToken cancellationToken) =>
        InSessionAsync((_, state) => SearchSuggester.Suggest(typed, state.Corpus, vocabulary.Words), cancellationToken);

    public void Dispose()
    {
        disposed = true;
        while (sessions.TryTake(out var session))
        {
            session.Dispose();
        }
    }

    /// <summary>
    /// Memory for posting lists, in bytes: a sixteenth of what the process may have, for the lists of a library that fits the machine.
    /// At 60,000 paragraphs all lists together take less than the least of it.
    /// </summary>
    private static long CacheBytes() => Math.Max(64L << 20, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 16);

    /// <returns>Null where a hit's document is gone by now: the state is too old for this search.</returns>
    private SearchResults? Search(SearchRequest request, SearchSession session, SearchState state, CancellationToken cancellationToken)
    {
        var corpus = state.Corpus;
        var postings = new SessionPostings(session, cache, state);
        var ranked = new TurnSearcher(corpus, postings, vocabulary.Words, cancellationToken).Search(request);
        var paragraphs = postings.Token(IndexedText.Paragraph);
        var keys = ranked.Hits
            .Select(hit => new PassageKey(hit.Document, 1 + paragraphs.CountBefore(hit.Document, hit.Position)))
            .ToList();
        var passages = session.Passages(keys);
        var items = new List<SearchHit>(keys.Count);
        var marker = new TermMarker(ranked.Patterns);
        foreach (var (i, hit) in ranked.Hits.Index())
        {
            if (passages[i] is { } passage)
            {
                var episode = corpus.Episodes[corpus.Documents.EpisodeOf(hit.Document)];
                items.Add(ToHit(episode, passage, keys[i].Paragraph, marker, hit.Score));
            }
            else if (state.Generation < session.Seen.Generation)
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

    /// <inheritdoc cref="Search"/>
    private EpisodeMatches? FindInEpisode(
        EpisodeSlug episode, SearchQuery query, SearchSession session, SearchState state, CancellationToken cancellationToken)
    {
        var documents = state.Corpus.Documents;
        var found = new TurnSearcher(state.Corpus, new SessionPostings(session, cache, state), vocabulary.Words, cancellationToken)
            .FindIn(episode, query);
        var wanted = found.Documents.Select(documents.TurnOf).ToHashSet();
        var turns = session.Turns(wanted);
        return turns.Count < wanted.Count && state.Generation < session.Seen.Generation
            ? null
            : new EpisodeMatches(found.Corrected, turns, new TermMarker(found.Patterns));
    }

    private static SearchHit ToHit(
        SearchEpisode episode, Passage passage, int paragraph, TermMarker marker, double score) => new(
        episode.Slug,
        episode.Titles,
        episode.PublishedOn,
        StoredTurnId.Of(passage.TurnNumber, passage.TurnHash),
        passage.Speaker,
        passage.StartMilliseconds is { } start ? new Timestamp(start) : null,
        paragraph,
        passage.Language,
        passage.Edition,
        passage.Section,
        SnippetCutter.Cut(passage.Text, marker),
        score);

    /// <param name="work">Gives null where the state is too old for it.</param>
    private async Task<T> InSessionAsync<T>(Func<SearchSession, SearchState, T?> work, CancellationToken cancellationToken)
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(disposed, this);
        if (!sessions.TryTake(out var session))
        {
            session = new SearchSession(await database.OpenReaderAsync(cancellationToken));
        }

        var sound = false;
        try
        {
            for (var exactly = false; ;)
            {
                var seen = session.Begin();
                T? result = null;
                if (states.StateFor(session, seen, exactly) is { } state)
                {
                    vocabulary.Refresh(session, seen, state.Corpus.LiveCount);

                    // Not before: what is read above is read for all who search, and would be begun again by the next.
                    using var interrupting = cancellationToken.UnsafeRegister(static one => ((SearchSession)one!).Interrupt(), session);
                    result = work(session, state);
                    exactly = true;
                }

                session.End();
                if (result is not null)
                {
                    sound = true;
                    return result;
                }
            }
        }
        catch (SqliteException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        finally
        {
            // A session that failed may be in the middle of a transaction: it is not used again.
            if (sound && !disposed)
            {
                sessions.Add(session);
            }
            else
            {
                session.Dispose();
            }
        }
    }

    private SearchSession Open()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return new SearchSession(database.OpenReaderAsync(CancellationToken.None).GetAwaiter().GetResult());
    }
}
