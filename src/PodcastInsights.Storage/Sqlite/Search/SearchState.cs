using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>What searching holds in memory, in one state of the index.</summary>
internal sealed record SearchState(long Generation, SearchCorpus Corpus);

/// <summary>Keeps that up to date for all sessions.</summary>
internal sealed class SearchStateKeeper(PostingCache cache)
{
    // A vocabulary this small is read in some milliseconds; a larger one is read beside the searches that go on.
    private const int SmallVocabulary = 10_000;

    private readonly Lock refreshing = new();
    private readonly Lock readingSmall = new();
    private CorpusReader reader = new();
    private volatile SearchState state = new(-1, SearchCorpus.Empty);
    private volatile Vocabulary vocabulary = Vocabulary.Empty;
    private long vocabularyStamp = -1;
    private int vocabularyDocuments;
    private int readingLarge;

    public Vocabulary Vocabulary => vocabulary;

    /// <summary>The state that the session sees, or null where another thread is already past it and the session must begin anew.</summary>
    public SearchState? StateFor(SearchSession session, IndexState seen)
    {
        var current = state;
        if (current.Generation == seen.Generation)
        {
            return current;
        }

        lock (refreshing)
        {
            current = state;
            if (current.Generation > seen.Generation)
            {
                return null;
            }

            if (current.Generation < seen.Generation)
            {
                if (reader.IsWorn)
                {
                    reader = new CorpusReader();
                    cache.Clear();
                }

                try
                {
                    state = current = new SearchState(seen.Generation, reader.Refresh(session.Connection));
                }
                catch
                {
                    // It may know half an episode by now, and would go on from there.
                    reader = new CorpusReader();
                    throw;
                }
            }
        }

        return current;
    }

    /// <summary>Whether the words have changed by so much that they should be read anew.</summary>
    public bool VocabularyIsStale(IndexState seen, int documents) =>
        Interlocked.Read(ref vocabularyStamp) != seen.Vocabulary || documents > 64 + (Volatile.Read(ref vocabularyDocuments) * 3L / 2);

    /// <summary>Reads the words in the session, or has them read in one of its own.</summary>
    public void RefreshVocabulary(SearchSession session, IndexState seen, int documents, Func<SearchSession> open)
    {
        if (vocabulary.Count < SmallVocabulary)
        {
            // Which turns are found depends on it: those who search meanwhile wait.
            lock (readingSmall)
            {
                if (VocabularyIsStale(seen, documents))
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

    private void Read(SearchSession session, IndexState seen, int documents)
    {
        vocabulary = session.Vocabulary();
        Interlocked.Exchange(ref vocabularyStamp, seen.Vocabulary);
        Volatile.Write(ref vocabularyDocuments, documents);
    }
}
