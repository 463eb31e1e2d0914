using PodcastInsights.Web.Security;

namespace PodcastInsights.Web.Answers;

/// <summary>
/// Bounds the bytes of all answers that are being sent, however many clients read them and however slowly. One that many read counts once.
/// Beyond the bound the client is let go that has read nothing for longest.
/// </summary>
internal sealed class AnswersUnderWay(TimeProvider clock)
{
    /// <summary>In bytes, beside what is kept: answers that are asked for once each would else pile up behind clients that do not read.</summary>
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

    /// <summary>One answer on its way to one client; ends when it is disposed.</summary>
    internal sealed class Sending(AnswersUnderWay underWay, Answer answer, HttpContext context, TimeProvider clock) : IDisposable
    {
        private long lastSign = clock.GetTimestamp();

        public Answer Answer => answer;

        /// <summary>When the client last took something.</summary>
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
