using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace PodcastInsights.Web.Observability;

/// <summary>Text for people in development, a JSON object a line in production. What is searched for is never logged.</summary>
public static class Logging
{
    public static void AddLogging(this WebApplicationBuilder builder) => builder.Services.AddSerilog(
        (_, log) =>
        {
            log.ReadFrom.Configuration(builder.Configuration).Enrich.FromLogContext();
            if (builder.Environment.IsProduction() && !builder.Configuration.GetValue<bool>("Serilog:Text"))
            {
                log.WriteTo.Console(new RenderedCompactJsonFormatter());
            }
            else
            {
                log.WriteTo.Console(formatProvider: CultureInfo.InvariantCulture);
            }
        },
        preserveStaticLogger: true);

    /// <summary>A line a request, with its path but not its query, and with its trace id in the JSON.</summary>
    public static void UseRequestLog(this IApplicationBuilder app) => app.UseSerilogRequestLogging(options =>
    {
        // Else the start-up log takes the lines, in text and at its own level.
        options.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
        options.IncludeQueryInRequestPath = false;
        options.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} in {Elapsed:0.0} ms";
        options.GetLevel = (context, _, error) => LevelOf(context, error);
    });

    /// <summary>A probe that is told to wait, or a limit that holds, is no fault of the program.</summary>
    internal static LogEventLevel LevelOf(HttpContext context, Exception? error) =>
        context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) ? LogEventLevel.Debug
        : error is not null || context.Response.StatusCode == StatusCodes.Status500InternalServerError ? LogEventLevel.Error
        : context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable ? LogEventLevel.Warning
        : LogEventLevel.Information;
}
