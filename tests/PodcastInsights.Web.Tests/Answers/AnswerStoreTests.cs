using PodcastInsights.Web.Answers;

namespace PodcastInsights.Web.Tests.Answers;

public sealed class AnswerStoreTests : IDisposable
{
    private static readonly AnswerKey Key =
        new("1", new AskedFor("http", "talks.example", "", "/episodes", "", ""), ContentCoding.Identity);

    private readonly AnswerStore store = new();
    private readonly TaskCompletionSource<Answer?> first = new();
    private int made;

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task Concurrent_requests_share_one_rendering_and_later_ones_use_the_cache()
    {
        var answer = Made(200);
        var asking = Enumerable.Range(0, 5).Select(_ => store.FindOrMakeAsync(Key, MakeAsync, default)).ToList();
        first.SetResult(answer);
        Assert.All(await Task.WhenAll(asking), given => Assert.Same(answer, given));
        Assert.Equal(1, made);
        Assert.Same(answer, store.Find(Key));
    }

    [Fact]
    public async Task After_a_failed_or_abandoned_rendering_each_waiting_request_renders_its_own()
    {
        foreach (var fail in new Action<TaskCompletionSource<Answer?>>[]
        {
            making => making.SetException(new InvalidOperationException("odd")),
            making => making.SetCanceled(),
            making => making.SetResult(null),
        })
        {
            var key = Key with { Version = Guid.NewGuid().ToString() };
            var making = new TaskCompletionSource<Answer?>();
            var failing = store.FindOrMakeAsync(key, () => making.Task, default);
            var waiting = store.FindOrMakeAsync(key, () => Task.FromResult<Answer?>(Made(200)), default);
            fail(making);
            await Task.WhenAny(failing);
            Assert.Equal(200, (await waiting)?.Status);
            Assert.NotNull(store.Find(key));
        }
    }

    [Fact]
    public async Task No_request_waits_longer_than_its_own_limit()
    {
        var making = store.FindOrMakeAsync(Key, MakeAsync, default);
        using var limit = new CancellationTokenSource();
        var waiting = store.FindOrMakeAsync(Key, MakeAsync, limit.Token);
        await limit.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.False(making.IsCompleted);
        first.SetResult(Made(200));
        Assert.NotNull(await making);
    }

    [Fact]
    public async Task A_response_without_a_tag_is_sent_and_not_cached()
    {
        Assert.Equal(404, (await store.FindOrMakeAsync(Key, () => Task.FromResult<Answer?>(Made(404)), default))?.Status);
        Assert.Null(store.Find(Key));
    }

    [Fact]
    public async Task A_body_that_compression_does_not_shrink_is_cached_once_for_all_encodings()
    {
        var picture = Made(200) with { Headers = [new("Content-Type", "image/png")] };
        await store.FindOrMakeAsync(Key with { Coding = ContentCoding.Named("br") }, () => Task.FromResult<Answer?>(picture), default);
        Assert.Same(picture, store.Find(Key));
        Assert.Same(picture, store.Find(Key with { Coding = ContentCoding.Named("gzip") }));
    }

    private static Answer Made(int status) =>
        new(status, [new("Content-Type", "text/html")], [1, 2, 3], ContentCoding.Identity, status == 200 ? new("\"1\"") : null);

    private Task<Answer?> MakeAsync()
    {
        made++;
        return first.Task;
    }
}
