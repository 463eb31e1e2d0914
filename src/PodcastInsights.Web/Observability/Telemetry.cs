using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PodcastInsights.Web.Observability;

/// <summary>Metrics and traces over OTLP, only where an endpoint is set: by default nothing calls outside.</summary>
public static class Telemetry
{
    /// <summary>OpenTelemetry's own variable; the exporter reads it, and its like for headers and protocol, itself.</summary>
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

                // The query of an address is what somebody searched for; it stays here.
                .AddAspNetCoreInstrumentation(options =>
                    options.EnrichWithHttpRequest = (activity, _) => activity.SetTag("url.query", null))
                .AddOtlpExporter());
    }
}
