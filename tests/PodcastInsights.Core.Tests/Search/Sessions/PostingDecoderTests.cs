using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Sessions;

namespace PodcastInsights.Core.Tests.Search.Sessions;

public sealed class PostingDecoderTests
{
    /// <summary>Large enough to be given to another thread.</summary>
    private const int Long = 40_000;

    [Fact]
    public void Lists_are_given_in_the_order_in_which_they_were_begun()
    {
        using var decoder = new PostingDecoder();
        foreach (var i in Enumerable.Range(1, 20))
        {
            var list = decoder.Begin(Wanted($"w{i}"));
            list.Add($"w{i}", new Documents(1, i % 3 == 0 ? Long : i));
            PostingDecoder.Start(list);
        }

        Assert.Equal(Enumerable.Range(1, 20).Select(static i => i % 3 == 0 ? Long : i), decoder.Build().Select(static list => list.Count));
    }

    [Fact]
    public void Parts_of_a_term_follow_each_other_and_terms_of_a_prefix_are_united()
    {
        using var decoder = new PostingDecoder();
        var list = decoder.Begin(new WantedPostings(new PostingKey(PostingKind.Prefix, "la"), After: 2));
        list.Add("lamp", new Documents(1, Long));
        list.Add("land", new Documents(3, 5));
        list.Add("lamp", new Documents(Long + 1, Long + 4));
        PostingDecoder.Start(list);
        Assert.Equal(Enumerable.Range(3, Long + 2), decoder.Build()[0].Documents.ToArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_damaged_list_fails_the_whole_by_its_own_exception(bool isLong)
    {
        using var decoder = new PostingDecoder();
        foreach (var part in (IStoredPostings[])[new Documents(1, Long), new Damaged(isLong ? Long : 1), new Documents(1, Long)])
        {
            var list = decoder.Begin(Wanted("lamp"));
            list.Add("lamp", part);
            PostingDecoder.Start(list);
        }

        Assert.Equal("Damaged.", Assert.Throws<InvalidDataException>(decoder.Build).Message);
    }

    [Fact]
    public async Task Where_reading_is_given_up_no_thread_reads_parts_afterwards()
    {
        var ends = new TaskCompletionSource();
        var decoder = new PostingDecoder();
        var reads = new Reads(Long, ends.Task);
        var list = decoder.Begin(Wanted("lamp"));
        list.Add("lamp", reads);
        PostingDecoder.Start(list);
        var disposing = Task.Run(decoder.Dispose, TestContext.Current.CancellationToken);
        ends.SetResult();
        await disposing;
        Assert.Equal(reads.Begun, reads.Ended);
        Assert.Equal(reads.Begun, await Task.Run(() => reads.Begun, TestContext.Current.CancellationToken));
    }

    private static WantedPostings Wanted(string word) => new(new PostingKey(PostingKind.Token, word), 0);

    /// <summary>Each document in a range, with one position.</summary>
    private sealed class Documents(int first, int last) : IStoredPostings
    {
        public int Bytes => last - first;

        public void Decode(int after, PostingListBuilder into)
        {
            for (var document = Math.Max(first, after + 1); document <= last; document++)
            {
                into.Add(1);
                into.Close(document);
            }
        }
    }

    private sealed class Damaged(int bytes) : IStoredPostings
    {
        public int Bytes => bytes;

        public void Decode(int after, PostingListBuilder into) => throw new InvalidDataException("Damaged.");
    }

    private sealed class Reads(int bytes, Task ends) : IStoredPostings
    {
        private int begun;
        private int ended;

        public int Bytes => bytes;

        public int Begun => Volatile.Read(ref begun);

        public int Ended => Volatile.Read(ref ended);

        public void Decode(int after, PostingListBuilder into)
        {
            Interlocked.Increment(ref begun);
            ends.Wait();
            Interlocked.Increment(ref ended);
        }
    }
}
