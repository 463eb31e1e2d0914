using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>Caches the vocabulary of the library, for all sessions.</summary>
internal sealed class VocabularyKeeper(ISearchSource source) : IDisposable
{
    // A vocabulary up to this size is read in milliseconds while the search waits; a larger one is read in the background.
    private const int Small = 10_000;

    private readonly SemaphoreSlim readingSmall = new(1, 1);
    private volatile Vocabulary words = Vocabulary.Empty;
    private long completed = -1;
    private int documentsThen;
    private int readingLarge;

    public Vocabulary Words => words;

    /// <summary>Reads the vocabulary again, in this session or another, where enough has changed.</summary>
    /// <param name="documents">Number of documents in the index.</param>
    public async ValueTask RefreshAsync(ISearchSession session, IndexState seen, int documents)
    {
        if (!IsStale(seen, documents))
        {
            return;
        }

        if (words.Count < Small)
        {
            // The results depend on it, so searches wait. Not cancellable: the next search would start over.
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
