using System.Diagnostics;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>
/// Keeps what searching holds in memory up to date for all sessions. A search sees the index as it is; while an import goes on, which
/// changes it many times a second, it sees it as it was a moment ago, and a task of its own follows the import, so that no search pays
/// for it.
/// </summary>
/// <param name="cacheBytes">What posting lists may take.</param>
internal sealed class SearchStateKeeper(ISearchSource source, long cacheBytes) : IDisposable
{
    private static readonly TimeSpan BetweenReadings = TimeSpan.FromSeconds(1);

    // Longer than following takes: only a state that nobody follows gets so old.
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(5);

    // What is left then is read by the searches that need it.
    private static readonly TimeSpan LongestExtending = TimeSpan.FromSeconds(1);

    // A session that is still behind after so many beginnings reads from a store that has gone back.
    private const int MostAttempts = 5;

    // Lists that are read at once while following: few enough to look at the time in between.
    private const int ReadAtOnce = 8;

    // Some thousand passages: the first results of some hundred searches.
    private const long PassageBytes = 8 << 20;

    private readonly SemaphoreSlim reading = new(1, 1);
    private CorpusReader reader = new();
    private PostingCache postings = new(cacheBytes);
    private PassageCache passages = new(PassageBytes);
    private SearchState newest = SearchState.None;
    private volatile SearchState current = SearchState.None;
    private int following;

    /// <param name="attempt">How often the search has begun anew; from the first on it wants the state that the session sees.</param>
    /// <returns>Null where another thread is already past what the session sees, which then must begin anew.</returns>
    public async ValueTask<SearchState?> StateForAsync(ISearchSession session, IndexState seen, int attempt)
    {
        var state = current;
        if (state.Version.Stamp == seen.Version.Stamp)
        {
            return state;
        }

        if (attempt == 0 && seen.IsImporting && Serves(state, seen))
        {
            Follow();
            return state;
        }

        // Not to be cancelled: what is read is read for all who search, and would be begun again by the next.
        await reading.WaitAsync();
        try
        {
            return newest.Version.Number > seen.Version.Number && attempt < MostAttempts
                ? null
                : current = await ReadAsync(session, seen);
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    private static bool Serves(SearchState state, IndexState seen) =>
        state.Version.Number < seen.Version.Number && state.LastDocument > 0 && Stopwatch.GetElapsedTime(state.ReadAt) < Oldest;

    private async ValueTask<SearchState> ReadAsync(ISearchSession session, IndexState seen)
    {
        if (newest.Version == seen.Version)
        {
            return newest;
        }

        var runs = await session.RunsAsync(CancellationToken.None);

        // What an import takes away stays in the posting lists until its end.
        if ((reader.IsWorn && !seen.IsImporting) || !reader.CanFollow(runs))
        {
            BeginAnew();
        }

        try
        {
            var corpus = await reader.RefreshAsync(session, runs);
            return newest = new SearchState(seen.Version, seen.LastDocument, Stopwatch.GetTimestamp(), corpus, postings, passages);
        }
        catch
        {
            // It may know half an episode by now, and would go on from there.
            BeginAnew();
            throw;
        }
    }

    private void BeginAnew()
    {
        reader = new CorpusReader();
        postings = new PostingCache(cacheBytes);
        passages = new PassageCache(PassageBytes);
    }

    private void Follow()
    {
        if (Interlocked.Exchange(ref following, 1) == 0)
        {
            _ = Task.Run(FollowAsync);
        }
    }

    private async Task FollowAsync()
    {
        try
        {
            while (await CatchUpAsync())
            {
                await Task.Delay(BetweenReadings);
            }
        }
        finally
        {
            Volatile.Write(ref following, 0);
        }
    }

    /// <returns>Whether there was anything new.</returns>
    private Task<bool> CatchUpAsync() => source.ReadAsync(CatchUpAsync, CancellationToken.None);

    private async Task<bool> CatchUpAsync(ISearchSession session)
    {
        var seen = await session.BeginAsync(CancellationToken.None);
        if (await ReadNewerAsync(session, seen) is not { } next)
        {
            await session.EndAsync(CancellationToken.None);
            return false;
        }

        // Before any search needs them.
        await ExtendAsync(session, next);
        next.Corpus.Names.Prepare();
        await reading.WaitAsync();
        try
        {
            if (next.Version.Number > current.Version.Number)
            {
                current = next;
            }
        }
        finally
        {
            reading.Release();
        }

        await session.EndAsync(CancellationToken.None);
        return true;
    }

    private async Task<SearchState?> ReadNewerAsync(ISearchSession session, IndexState seen)
    {
        await reading.WaitAsync();
        try
        {
            return newest.Version.Number >= seen.Version.Number ? null : await ReadAsync(session, seen);
        }
        finally
        {
            reading.Release();
        }
    }

    private static async Task ExtendAsync(ISearchSession session, SearchState state)
    {
        var began = Stopwatch.GetTimestamp();
        foreach (var some in state.Postings.InUseBefore(state.LastDocument).Chunk(ReadAtOnce))
        {
            if (Stopwatch.GetElapsedTime(began) > LongestExtending)
            {
                return;
            }

            var lists = await session.PostingsAsync([.. some.Select(static kept => kept.Rest)], CancellationToken.None);
            foreach (var (i, kept) in some.Index())
            {
                state.Postings.Add(kept, lists[i], asUse: false);
            }
        }
    }
}
