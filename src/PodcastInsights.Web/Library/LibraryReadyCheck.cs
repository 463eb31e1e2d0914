using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PodcastInsights.Web.Library;

/// <summary>The health check for readiness: healthy once the first import is done.</summary>
internal sealed class LibraryReadyCheck(LibraryState state) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(state.IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The first import is under way."));
}
