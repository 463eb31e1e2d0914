using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace PodcastInsights.Web.Answers;

/// <summary>The key of a cached response: the version of the library, the request and the content encoding.</summary>
internal sealed record AnswerKey(string Version, AskedFor Asked, ContentCoding Coding);

/// <summary>
/// Caches complete responses that depend only on the library. Concurrent requests for one response share its rendering; if that fails, each
/// renders its own. No request waits for a response to be sent. The library's version is part of the key, so after an import the old
/// entries are no longer requested and expire.
/// </summary>
internal sealed class AnswerStore : IDisposable
{
    /// <summary>The largest total size in bytes.</summary>
    private const long Most = 100 << 20;

    /// <summary>Approximate size of an entry in addition to its body: key, headers, the cache's own data.</summary>
    private const int Beside = 2 << 10;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Most, CompactionPercentage = 0.1 });
    private readonly ConcurrentDictionary<AnswerKey, Task<Answer?>> underWay = new();

    public Answer? Find(AnswerKey key) =>
        kept.TryGetValue(key, out Answer? answer) || (kept.TryGetValue(AsItIs(key), out answer) && !ContentCoding.Helps(answer!.ContentType))
            ? answer
            : null;

    /// <param name="make">Returns null where no complete response was made.</param>
    /// <param name="cancellationToken">Cancels the wait for another request's rendering.</param>
    /// <returns>Null where no complete response was made.</returns>
    public async Task<Answer?> FindOrMakeAsync(AnswerKey key, Func<Task<Answer?>> make, CancellationToken cancellationToken)
    {
        var own = new TaskCompletionSource<Answer?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = underWay.GetOrAdd(key, own.Task);
        if (first != own.Task)
        {
            return await first.WaitAsync(cancellationToken) ?? Keep(key, await make());
        }

        Answer? made = null;
        try
        {
            // Another request may have completed it since the lookup above.
            made = Find(key) ?? Keep(key, await make());
            return made;
        }
        finally
        {
            underWay.TryRemove(key, out _);
            own.SetResult(made);
        }
    }

    public void Dispose() => kept.Dispose();

    private static AnswerKey AsItIs(AnswerKey key) => key with { Coding = ContentCoding.Identity };

    private Answer? Keep(AnswerKey key, Answer? made)
    {
        if (made is { MayBeKept: true })
        {
            using var entry = kept.CreateEntry(key with { Coding = made.Coding });
            entry.Value = made;
            entry.Size = made.Body.Length + Beside;
            entry.AbsoluteExpirationRelativeToNow = Kept;
        }

        return made;
    }
}
