using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace PodcastInsights.Web.Tests.Observability;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Metrics_and_traces_come_to_the_collector_that_is_set_and_hold_no_query()
    {
        await using var collector = await Collector.StartAsync();
        await using (var app = new WebApp(new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        }))
        {
            await app.InitializeAsync();
            foreach (var url in new[]
            {
                "/search?q=zinnober", "/zh/search?q=zinnober", "/api/v1/search?q=zinnober", "/api/v1/suggest?q=zinnober",
                "/episodes?q=zinnober", "/nothing?q=zinnober",
            })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, url);
                request.Headers.Referrer = new Uri("http://localhost/search?q=zinnober");
                using var answer = await app.Client.SendAsync(request);
            }

            // At its end an app sends what is left, but waits only so long for it on a busy machine.
            Assert.True(app.Services.GetRequiredService<MeterProvider>().ForceFlush());
            Assert.True(app.Services.GetRequiredService<TracerProvider>().ForceFlush());
        }

        // The app has ended, and what was left to send with it.
        var metrics = collector.SentTo("/v1/metrics");
        foreach (var name in new[]
        {
            "http.server.request.duration", "podcast_insights.search.duration", "podcast_insights.search.results",
            "podcast_insights.import.duration", "podcast_insights.import.failed_files",
        })
        {
            Assert.Contains(name, metrics, StringComparison.Ordinal);
        }

        var traces = collector.SentTo("/v1/traces");
        foreach (var text in new[] { "PodcastInsights", "service.version", "GET ", "/api/v1/search", "search", "import" })
        {
            Assert.Contains(text, traces, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("zinnober", traces + metrics, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Where_no_collector_is_set_nothing_is_gathered()
    {
        await using var collector = await Collector.StartAsync();
        await using (var app = new WebApp(new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "",
            ["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"] = collector.Address,
        }))
        {
            await app.InitializeAsync();
            using var answer = await app.Client.GetAsync("/search?q=leak");
            Assert.Null(app.Services.GetService<MeterProvider>());
            Assert.Null(app.Services.GetService<TracerProvider>());
        }

        Assert.True(collector.IsEmpty);
    }
}
