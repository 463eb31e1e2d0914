using PodcastInsights.Web.Security;

namespace PodcastInsights.Web.Answers;

/// <summary>
/// Limits the total size of the responses being sent, however many clients read them and however slowly. A response that several clients
/// read counts once. Beyond the limit, the client that has read nothing for longest is disconnected.
/// </summary>
internal sealed class AnswersUnderWay(TimeProvider clock)
{
    /// <summary>
    /// The limit in bytes, in addition to the cache. Without it, responses that are requested once each would pile up behind clients that
    /// do not read.
    /// </summary>
    internal const long Most = 128 << 20;

    private readonly Lock changing = new();
    private readonly HashSet<Sending> all = [];
    private readonly Dictionary<Answer, int> readers = new(ReferenceEqualityComparer.Instance);
    private long bytes;

    public Sending Begin(Answer answer, HttpContext context)
    {
        var sending = new Sending(this, answer, context, clock);
        List<Sending> slowest = [];
        lock (changing)
        {
            Add(sending);
            while (bytes > Most && all.Count > 1)
            {
                var slow = all.Where(other => other != sending).MinBy(other => other.LastSign)!;
                Remove(slow);
                slowest.Add(slow);
            }
        }

        slowest.ForEach(slow => slow.LetGo());
        return sending;
    }

    private void Add(Sending sending)
    {
        all.Add(sending);
        if (!readers.TryGetValue(sending.Answer, out var count))
        {
            bytes += sending.Answer.Body.Length;
        }

        readers[sending.Answer] = count + 1;
    }

    private void Remove(Sending sending)
    {
        if (!all.Remove(sending))
        {
            return;
        }

        if (--readers[sending.Answer] == 0)
        {
            readers.Remove(sending.Answer);
            bytes -= sending.Answer.Body.Length;
        }
    }

    /// <summary>The sending of one response to one client. Ends when disposed.</summary>
    internal sealed class Sending(AnswersUnderWay underWay, Answer answer, HttpContext context, TimeProvider clock) : IDisposable
    {
        private long lastSign = clock.GetTimestamp();

        public Answer Answer => answer;

        /// <summary>The time at which the client last received data.</summary>
        public long LastSign => Volatile.Read(ref lastSign);

        public void Goes()
        {
            Volatile.Write(ref lastSign, clock.GetTimestamp());
            ClientConnections.SignOn(context);
        }

        public void LetGo() => context.Abort();

        public void Dispose()
        {
            lock (underWay.changing)
            {
                underWay.Remove(this);
            }
        }
    }
}
