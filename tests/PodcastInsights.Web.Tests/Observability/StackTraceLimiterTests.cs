using Microsoft.Extensions.Time.Testing;
using PodcastInsights.Web.Observability;
using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;

namespace PodcastInsights.Web.Tests.Observability;

public sealed class StackTraceLimiterTests
{
    private static readonly MessageTemplate Template = new MessageTemplateParser().Parse("It failed");

    private readonly FakeTimeProvider clock = new();
    private readonly Sink sink = new();

    [Fact]
    public void A_stack_trace_of_one_kind_is_logged_once_an_hour_and_the_message_always()
    {
        using var log = new StackTraceLimiter(sink, clock);
        log.Emit(Line(Thrown(new InvalidOperationException("one"))));
        log.Emit(Line(Thrown(new InvalidOperationException("two"))));
        log.Emit(Line(Thrown(new FormatException("another kind"))));
        log.Emit(Line(null));
        clock.Advance(TimeSpan.FromHours(1));
        log.Emit(Line(Thrown(new InvalidOperationException("later"))));
        var lines = sink.Lines;
        Assert.Equal(["one", null, "another kind", null, "later"], lines.Select(line => line.Exception?.Message));
        Assert.Equal("\"System.InvalidOperationException: two\"", lines[1].Properties["Failure"].ToString());
        Assert.Same(Template, lines[1].MessageTemplate);
    }

    private static LogEvent Line(Exception? failure) =>
        new(DateTimeOffset.UnixEpoch, LogEventLevel.Error, failure, Template, []);

    private static Exception Thrown(Exception failure)
    {
        try
        {
            throw failure;
        }
        catch (Exception caught) when (caught == failure)
        {
            return caught;
        }
    }

    private sealed class Sink : ILogEventSink
    {
        public List<LogEvent> Lines { get; } = [];

        public void Emit(LogEvent logEvent) => Lines.Add(logEvent);
    }
}
