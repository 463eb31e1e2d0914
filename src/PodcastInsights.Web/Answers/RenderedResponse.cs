using Microsoft.AspNetCore.Http.Features;

namespace PodcastInsights.Web.Answers;

/// <summary>Status and headers of an answer that is being rendered. It starts when it is finished.</summary>
internal sealed class RenderedResponse : HttpResponseFeature
{
    private readonly Stack<(Func<object, Task> Callback, object State)> starting = new();
    private bool started;

    public override bool HasStarted => started;

    public override void OnStarting(Func<object, Task> callback, object state) => starting.Push((callback, state));

    /// <summary>Runs what was to be done before the headers leave, the last first, as a server does.</summary>
    public async Task FinishAsync()
    {
        while (starting.TryPop(out var one))
        {
            await one.Callback(one.State);
        }

        started = true;
    }
}
