using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace PodcastInsights.Web.Answers;

/// <summary>What a kept answer was made of, and how it is packed.</summary>
internal sealed record AnswerKey(string Version, AskedFor Asked, ContentCoding Coding);

/// <summary>
/// Keeps finished answers that change only with the library. Whoever asks for one that is being made waits for it, and makes it himself
/// where that fails; nobody waits for an answer to be sent. The library's version is part of the key, so an import needs to tell nobody:
/// what was kept before is never asked for again and ages away.
/// </summary>
internal sealed class AnswerStore : IDisposable
{
    /// <summary>Of all that is kept, in bytes.</summary>
    private const long Most = 100 << 20;

    /// <summary>About what an answer takes beside its body: key, headers, the cache's own entry.</summary>
    private const int Beside = 2 << 10;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Most, CompactionPercentage = 0.1 });
    private readonly ConcurrentDictionary<AnswerKey, Task<Answer?>> underWay = new();

    public Answer? Find(AnswerKey key) =>
        kept.TryGetValue(key, out Answer? answer) || (kept.TryGetValue(AsItIs(key), out answer) && !ContentCoding.Helps(answer!.ContentType))
            ? answer
            : null;

    /// <param name="make">Gives null where no whole answer came of it.</param>
    /// <param name="cancellationToken">Ends the waiting for somebody else.</param>
    /// <returns>Null where no whole answer came of it.</returns>
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
            // Somebody may have finished it between the look before and now.
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
