using System.Diagnostics;
using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>What searching holds in memory, in one state of the index.</summary>
/// <param name="LastDocument">No document above it belongs to the state.</param>
/// <param name="ReadAt">See <see cref="Stopwatch.GetTimestamp"/>.</param>
internal sealed record SearchState(long Generation, int LastDocument, long ReadAt, SearchCorpus Corpus)
{
    public static SearchState None { get; } = new(-1, 0, 0, SearchCorpus.Empty);
}

/// <summary>
/// Keeps that up to date for all sessions. A search sees the index as it is; while an import goes on, which changes it many times
/// a second, it sees it as it was a moment ago, and a task of its own follows the import, so that no search pays for it.
/// </summary>
internal sealed class SearchStateKeeper(PostingCache cache, Func<SearchSession> open)
{
    private static readonly TimeSpan BetweenReadings = TimeSpan.FromSeconds(1);

    // Longer than following takes: only a state that nobody follows gets so old.
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(5);

    private readonly Lock reading = new();
    private CorpusReader reader = new();
    private SearchState newest = SearchState.None;
    private volatile SearchState current = SearchState.None;
    private int following;

    /// <param name="exactly">The state that the session sees and no older one, import or not.</param>
    /// <returns>Null where another thread is already past what the session sees, which then must begin anew.</returns>
    public SearchState? StateFor(SearchSession session, IndexState seen, bool exactly)
    {
        var state = current;
        if (state.Generation == seen.Generation)
        {
            return state;
        }

        if (!exactly && seen.IsImporting && Serves(state, seen))
        {
            Follow();
            return state;
        }

        lock (reading)
        {
            return newest.Generation > seen.Generation ? null : current = Read(session, seen);
        }
    }

    private static bool Serves(SearchState state, IndexState seen) =>
        state.Generation < seen.Generation && state.LastDocument > 0 && Stopwatch.GetElapsedTime(state.ReadAt) < Oldest;

    private SearchState Read(SearchSession session, IndexState seen)
    {
        if (newest.Generation == seen.Generation)
        {
            return newest;
        }

        // What an import takes away stays in the posting lists until its end.
        if (reader.IsWorn && !seen.IsImporting)
        {
            reader = new CorpusReader();
            cache.Clear();
        }

        try
        {
            return newest = new SearchState(
                seen.Generation, seen.LastDocument, Stopwatch.GetTimestamp(), reader.Refresh(session.Connection));
        }
        catch
        {
            // It may know half an episode by now, and would go on from there.
            reader = new CorpusReader();
            throw;
        }
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
            while (CatchUp())
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
    private bool CatchUp()
    {
        using var session = open();
        var seen = session.Begin();
        SearchState next;
        lock (reading)
        {
            if (newest.Generation >= seen.Generation)
            {
                return false;
            }

            next = Read(session, seen);
        }

        // Before any search needs them.
        cache.Extend(seen.LastDocument, session.Postings.Read);
        lock (reading)
        {
            if (next.Generation > current.Generation)
            {
                current = next;
            }
        }

        session.End();
        return true;
    }
}
