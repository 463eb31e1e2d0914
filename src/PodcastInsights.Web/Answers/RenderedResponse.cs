using Microsoft.AspNetCore.Http.Features;

namespace PodcastInsights.Web.Answers;

/// <summary>Status and headers of a response being rendered. It counts as started when rendering is complete.</summary>
internal sealed class RenderedResponse : HttpResponseFeature
{
    private readonly Stack<(Func<object, Task> Callback, object State)> starting = new();
    private bool started;

    public override bool HasStarted => started;

    public override void OnStarting(Func<object, Task> callback, object state) => starting.Push((callback, state));

    /// <summary>Runs the callbacks that were registered for the start of the response, in reverse order, as a server does.</summary>
    public async Task FinishAsync()
    {
        while (starting.TryPop(out var one))
        {
            await one.Callback(one.State);
        }

        started = true;
    }
}
