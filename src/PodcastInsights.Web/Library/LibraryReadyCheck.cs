using Microsoft.Extensions.Diagnostics.HealthChecks;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Web.Library;

/// <summary>The health check for readiness: healthy once the first import is done, while a server answers where the store has servers.</summary>
internal sealed class LibraryReadyCheck(LibraryState state, ILibraryStore store) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        !state.IsReady ? HealthCheckResult.Unhealthy("The first import is under way.")
        : store.Servers is { Count: > 0 } servers && !servers.Any(static server => server.IsUp) ? HealthCheckResult.Unhealthy("No database server answers.")
        : HealthCheckResult.Healthy());
}
