using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Time.Testing;
using PodcastInsights.Web.Answers;

namespace PodcastInsights.Web.Tests.Answers;

public sealed class AnswersUnderWayTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly AnswersUnderWay underWay;

    public AnswersUnderWayTests() => underWay = new AnswersUnderWay(clock);

    [Fact]
    public void Beyond_the_limit_the_slowest_client_is_disconnected()
    {
        var (slow, reading, late) = (Reader(), Reader(), Reader());
        Begin(Large(AnswersUnderWay.Most / 3), slow);
        using var taken = Begin(Large(AnswersUnderWay.Most / 3), reading);
        Begin(Large(AnswersUnderWay.Most / 3), Reader());
        taken.Goes();
        Begin(Large(AnswersUnderWay.Most / 3), late);
        Assert.True(slow.RequestAborted.IsCancellationRequested);
        Assert.False(reading.RequestAborted.IsCancellationRequested);
        Assert.False(late.RequestAborted.IsCancellationRequested);
    }

    [Fact]
    public void A_response_with_several_readers_counts_once()
    {
        var answer = Large(AnswersUnderWay.Most / 3);
        var readers = Enumerable.Range(0, 100).Select(_ => Reader()).ToList();
        readers.ForEach(reader => Begin(answer, reader));
        Assert.DoesNotContain(readers, reader => reader.RequestAborted.IsCancellationRequested);
    }

    [Fact]
    public void What_has_been_sent_counts_no_more()
    {
        var readers = Enumerable.Range(0, 10).Select(_ => Reader()).ToList();
        readers.ForEach(reader => Begin(Large(AnswersUnderWay.Most), reader).Dispose());
        Assert.DoesNotContain(readers, reader => reader.RequestAborted.IsCancellationRequested);
    }

    private static DefaultHttpContext Reader()
    {
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpRequestLifetimeFeature>(new Lifetime());
        return context;
    }

    private static Answer Large(long bytes) => new(200, [], new byte[bytes], ContentCoding.Identity, null);

    private AnswersUnderWay.Sending Begin(Answer answer, HttpContext reader)
    {
        clock.Advance(TimeSpan.FromSeconds(1));
        return underWay.Begin(answer, reader);
    }

    private sealed class Lifetime : IHttpRequestLifetimeFeature
    {
        public CancellationToken RequestAborted { get; set; }

        public void Abort() => RequestAborted = new CancellationToken(canceled: true);
    }
}
