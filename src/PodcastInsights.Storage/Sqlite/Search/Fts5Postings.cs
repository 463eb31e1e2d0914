using System.Text;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Sessions;
using SQLitePCL;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>
/// Reads posting lists directly from the pages of an FTS5 index. FTS5's own interface returns one document at a time, which takes several
/// times as long (see docs/decisions/0164). Each list is copied and then decoded, a long one on another processor while the next is copied.
/// Must be used in a transaction; not thread-safe.
/// </summary>
internal sealed class Fts5Postings : IDisposable
{
    private readonly Fts5Pages pages;
    private readonly Fts5Cursor cursor;

    public Fts5Postings(SqliteConnection connection)
    {
        pages = new Fts5Pages(connection);
        cursor = new Fts5Cursor(pages);
    }

    /// <returns>For each request the wanted part of the list.</returns>
    /// <exception cref="SqliteException">The index is damaged.</exception>
    public PostingList[] Read(IReadOnlyList<WantedPostings> wanted, CancellationToken cancellationToken)
    {
        try
        {
            pages.Refresh();
            using var lists = new Fts5Lists(pages.Removed);
            using var decoder = new PostingDecoder();
            foreach (var one in wanted)
            {
                var joined = decoder.Begin(one);
                Copy(one, lists, joined, cancellationToken);
                PostingDecoder.Start(joined);
            }

            return decoder.Build();
        }
        catch (Exception error) when (error is InvalidDataException or IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            throw new SqliteException($"The index of words is malformed: {error.Message}", raw.SQLITE_CORRUPT);
        }
        finally
        {
            pages.Reset();
        }
    }

    public void Dispose() => pages.Dispose();

    private void Copy(WantedPostings wanted, Fts5Lists lists, JoinedPostings joined, CancellationToken cancellationToken)
    {
        var isPrefix = wanted.Key.Kind == PostingKind.Prefix;
        var term = Encoding.UTF8.GetBytes("0" + wanted.Key.Text);
        foreach (var segment in pages.Segments)
        {
            cursor.Open(segment, pages.PageOf(segment, term));
            while (cursor.MoveNext(onPage: !isPrefix))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var order = cursor.Term.SequenceCompareTo(term.AsSpan(1));
                if (order >= 0)
                {
                    if (order > 0 && !(isPrefix && cursor.Term.StartsWith(term.AsSpan(1))))
                    {
                        break;
                    }

                    var list = lists.Begin();
                    cursor.CopyList(list);
                    joined.Add(Encoding.UTF8.GetString(cursor.Term), list);
                }
            }
        }
    }
}
