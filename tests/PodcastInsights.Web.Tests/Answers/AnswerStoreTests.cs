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
    public async Task Those_who_ask_for_one_answer_at_once_have_it_made_once_and_later_ones_find_it()
    {
        var answer = Made(200);
        var asking = Enumerable.Range(0, 5).Select(_ => store.FindOrMakeAsync(Key, MakeAsync, default)).ToList();
        first.SetResult(answer);
        Assert.All(await Task.WhenAll(asking), given => Assert.Same(answer, given));
        Assert.Equal(1, made);
        Assert.Same(answer, store.Find(Key));
    }

    [Fact]
    public async Task Whoever_waits_for_one_that_fails_or_is_given_up_makes_it_himself()
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
    public async Task Nobody_waits_longer_than_his_own_limit()
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
    public async Task An_answer_that_nobody_may_ask_for_again_is_given_and_not_kept()
    {
        Assert.Equal(404, (await store.FindOrMakeAsync(Key, () => Task.FromResult<Answer?>(Made(404)), default))?.Status);
        Assert.Null(store.Find(Key));
    }

    [Fact]
    public async Task What_packing_does_not_help_is_kept_once_for_all_who_ask()
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
