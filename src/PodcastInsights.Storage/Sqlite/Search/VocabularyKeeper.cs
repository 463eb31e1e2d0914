using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Keeps the words of the corpus in memory, for all sessions.</summary>
internal sealed class VocabularyKeeper(Func<SearchSession> open)
{
    // One this small is read in some milliseconds; a larger one is read beside the searches that go on.
    private const int Small = 10_000;

    private readonly Lock readingSmall = new();
    private volatile Vocabulary words = Vocabulary.Empty;
    private long stamp = -1;
    private int documentsThen;
    private int readingLarge;

    public Vocabulary Words => words;

    /// <summary>Reads the words anew, in the session or in one of its own, where they have changed by so much that it pays.</summary>
    /// <param name="documents">How many there are.</param>
    public void Refresh(SearchSession session, IndexState seen, int documents)
    {
        if (!IsStale(seen, documents))
        {
            return;
        }

        if (words.Count < Small)
        {
            // Which turns are found depends on it: those who search meanwhile wait.
            lock (readingSmall)
            {
                if (IsStale(seen, documents))
                {
                    Read(session, seen, documents);
                }
            }
        }
        else if (Interlocked.Exchange(ref readingLarge, 1) == 0)
        {
            _ = Task.Run(() =>
            {
                try
                {
                    using var own = open();
                    Read(own, seen, documents);
                }
                finally
                {
                    Volatile.Write(ref readingLarge, 0);
                }
            });
        }
    }

    private bool IsStale(IndexState seen, int documents) =>
        Interlocked.Read(ref stamp) != seen.Vocabulary || documents > 64 + (Volatile.Read(ref documentsThen) * 3L / 2);

    private void Read(SearchSession session, IndexState seen, int documents)
    {
        words = session.Vocabulary();
        Interlocked.Exchange(ref stamp, seen.Vocabulary);
        Volatile.Write(ref documentsThen, documents);
    }
}
