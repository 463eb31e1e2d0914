using System.Diagnostics;

namespace PodcastInsights.Web.Answers;

/// <summary>
/// The time limit of a request, including all waiting. It cancels the work for the request when the time is over or the client disconnects.
/// </summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly TimeSpan limit;
    private readonly CancellationTokenSource time;
    private readonly CancellationTokenSource either;

    public TimeLimit(TimeSpan limit, CancellationToken gone)
    {
        this.limit = limit;
        Gone = gone;
        time = new CancellationTokenSource(limit);
        either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, gone);
        Token = either.Token;
    }

    /// <summary>Cancelled when the time is over or the client has disconnected.</summary>
    public CancellationToken Token { get; }

    /// <summary>Cancelled when the client has disconnected.</summary>
    public CancellationToken Gone { get; }

    public bool IsReached => time.IsCancellationRequested;

    public TimeSpan Left => TimeSpan.FromTicks(Math.Max(0, (limit - Stopwatch.GetElapsedTime(started)).Ticks));

    /// <summary>Converts any failure caused by the limit into a response of 503.</summary>
    public static async Task AnswerInTimeAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var limit = context.Features.Get<TimeLimit>();
        try
        {
            await next(context);
        }
        catch (Exception) when (limit is { IsReached: true } && !limit.Gone.IsCancellationRequested && !context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;

            // The error page is rendered after the limit.
            context.RequestAborted = limit.Gone;
        }
    }

    public void Dispose()
    {
        either.Dispose();
        time.Dispose();
    }
}
