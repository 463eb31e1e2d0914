using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PodcastInsights.Web.Observability;

/// <summary>Exports metrics and traces by OTLP where an endpoint is configured; by default nothing is sent.</summary>
internal static class Telemetry
{
    /// <summary>OpenTelemetry's variable, which the exporter itself reads, as those for headers and protocol.</summary>
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LibraryMeter>();
        if (string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]))
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(LibraryMeter.Name, serviceVersion: ProgramVersion.Text))
            .WithMetrics(metrics => metrics
                .AddMeter(LibraryMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
                .AddOtlpExporter())
            .WithTracing(traces => traces
                .AddSource(LibraryMeter.Name)

                // The query of an address contains search texts, which must not be exported.
                .AddAspNetCoreInstrumentation(options =>
                    options.EnrichWithHttpRequest = (activity, _) => activity.SetTag("url.query", null))
                .AddOtlpExporter());
    }
}
