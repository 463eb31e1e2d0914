using System.Collections.Concurrent;
using Serilog.Core;
using Serilog.Events;

namespace PodcastInsights.Web.Observability;

/// <summary>
/// Logs the stack trace of each kind of failure once an hour, and other lines without it, so that a client that can cause failures cannot
/// fill the disk.
/// </summary>
internal sealed class StackTraceLimiter(ILogEventSink log, TimeProvider clock) : ILogEventSink, IDisposable
{
    /// <summary>Largest number of kinds remembered.</summary>
    private const int Kinds = 1000;

    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, long> written = new(StringComparer.Ordinal);

    public void Emit(LogEvent logEvent)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        log.Emit(logEvent.Exception is { } failure && !IsDue(KindOf(failure)) ? WithoutTrace(logEvent, failure) : logEvent);
    }

    public void Dispose() => (log as IDisposable)?.Dispose();

    /// <summary>Key of a failure: its type and the place where it was thrown.</summary>
    private static string KindOf(Exception failure)
    {
        var trace = failure.StackTrace.AsSpan();
        var end = trace.IndexOf('\n');
        return $"{failure.GetType().FullName} {(end < 0 ? trace : trace[..end])}";
    }

    private static LogEvent WithoutTrace(LogEvent line, Exception failure)
    {
        var brief = new LogEvent(
            line.Timestamp,
            line.Level,
            exception: null,
            line.MessageTemplate,
            line.Properties.Select(property => new LogEventProperty(property.Key, property.Value)),
            line.TraceId ?? default,
            line.SpanId ?? default);
        brief.AddOrUpdateProperty(new LogEventProperty("Failure", new ScalarValue($"{failure.GetType().FullName}: {failure.Message}")));
        return brief;
    }

    private bool IsDue(string kind)
    {
        var now = clock.GetTimestamp();
        if (written.Count >= Kinds)
        {
            written.Clear();
        }

        if (!written.TryGetValue(kind, out var last))
        {
            return written.TryAdd(kind, now);
        }

        return clock.GetElapsedTime(last, now) >= Again && written.TryUpdate(kind, now, last);
    }
}
