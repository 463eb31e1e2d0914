using System.Diagnostics;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>
/// Keeps the search state up to date for all sessions. A search sees the current version. During an import, which commits many times a
/// second, a search uses the state of a moment ago, and a background task follows the import, so that no search waits for the update.
/// </summary>
/// <param name="cacheBytes">Size of the posting list cache.</param>
internal sealed class SearchStateKeeper(ISearchSource source, long cacheBytes) : IDisposable
{
    private static readonly TimeSpan BetweenReadings = TimeSpan.FromSeconds(1);

    // Longer than an update takes: a state only gets this old when nobody updates it.
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(5);

    // Lists not extended by then are read by the searches that need them.
    private static readonly TimeSpan LongestExtending = TimeSpan.FromSeconds(1);

    // A session that is still behind after this many attempts reads from a store that was set back.
    private const int MostAttempts = 5;

    // Lists read at a time while following: few enough to check the time in between.
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

    /// <param name="attempt">
    /// Number of earlier attempts of the search. From the first retry on, the state must be the version that the session sees.
    /// </param>
    /// <returns>Null where another thread has already updated the state past the session's version; the session must begin again.</returns>
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

        // Not cancellable: the data is read for all searches, and the next one would start over.
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

        // Removed documents stay in the posting lists until the import ends.
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
            // After a failure half an episode may have been read, so the next attempt starts from nothing.
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

    /// <returns>Whether there was a new version.</returns>
    private Task<bool> CatchUpAsync() => source.ReadAsync(CatchUpAsync, CancellationToken.None);

    private async Task<bool> CatchUpAsync(ISearchSession session)
    {
        var seen = await session.BeginAsync(CancellationToken.None);
        if (await ReadNewerAsync(session, seen) is not { } next)
        {
            await session.EndAsync(CancellationToken.None);
            return false;
        }

        // Extends the cached lists before a search needs them.
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
