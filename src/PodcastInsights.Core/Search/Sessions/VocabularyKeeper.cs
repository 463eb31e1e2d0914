using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>Keeps the words of the library in memory, for all sessions.</summary>
internal sealed class VocabularyKeeper(ISearchSource source) : IDisposable
{
    // One this small is read in some milliseconds; a larger one is read beside the searches that go on.
    private const int Small = 10_000;

    private readonly SemaphoreSlim readingSmall = new(1, 1);
    private volatile Vocabulary words = Vocabulary.Empty;
    private long completed = -1;
    private int documentsThen;
    private int readingLarge;

    public Vocabulary Words => words;

    /// <summary>Reads the words anew, in the session or in one of its own, where they have changed by so much that it pays.</summary>
    /// <param name="documents">How many there are.</param>
    public async ValueTask RefreshAsync(ISearchSession session, IndexState seen, int documents)
    {
        if (!IsStale(seen, documents))
        {
            return;
        }

        if (words.Count < Small)
        {
            // Which turns are found depends on it: those who search meanwhile wait. Nobody's cancelling ends it, as the next would begin again.
            await readingSmall.WaitAsync();
            try
            {
                if (IsStale(seen, documents))
                {
                    await ReadAsync(session, seen, documents);
                }
            }
            finally
            {
                readingSmall.Release();
            }
        }
        else if (Interlocked.Exchange(ref readingLarge, 1) == 0)
        {
            _ = Task.Run(() => ReadBesideAsync(documents));
        }
    }

    /// <summary>Reads the words in a session of its own, where none are known yet; who wants them meanwhile waits for it.</summary>
    public async Task ReadFirstAsync(CancellationToken cancellationToken)
    {
        await readingSmall.WaitAsync(cancellationToken);
        try
        {
            if (Interlocked.Read(ref completed) < 0)
            {
                await source.ReadAsync(
                    async own =>
                    {
                        var seen = await own.BeginAsync(cancellationToken);
                        var runs = await own.RunsAsync(cancellationToken);
                        await ReadAsync(own, seen, runs.Sum(static run => 1 + run.Last - run.First));
                        await own.EndAsync(cancellationToken);
                        return true;
                    },
                    cancellationToken);
            }
        }
        finally
        {
            readingSmall.Release();
        }
    }

    public void Dispose() => readingSmall.Dispose();

    private bool IsStale(IndexState seen, int documents) =>
        Interlocked.Read(ref completed) != seen.Completed || documents > 64 + (Volatile.Read(ref documentsThen) * 3L / 2);

    private async Task ReadBesideAsync(int documents)
    {
        try
        {
            await source.ReadAsync(
                async own =>
                {
                    await ReadAsync(own, await own.BeginAsync(CancellationToken.None), documents);
                    await own.EndAsync(CancellationToken.None);
                    return true;
                },
                CancellationToken.None);
        }
        finally
        {
            Volatile.Write(ref readingLarge, 0);
        }
    }

    private async Task ReadAsync(ISearchSession session, IndexState seen, int documents)
    {
        words = new Vocabulary(await session.VocabularyAsync(CancellationToken.None));
        Interlocked.Exchange(ref completed, seen.Completed);
        Volatile.Write(ref documentsThen, documents);
    }
}
