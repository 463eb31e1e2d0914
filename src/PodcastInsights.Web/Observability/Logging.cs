using System.Globalization;
using PodcastInsights.Web.Security;
using Serilog;
using Serilog.Configuration;
using Serilog.Events;
using Serilog.Formatting.Compact;
using Serilog.Settings.Configuration;

namespace PodcastInsights.Web.Observability;

/// <summary>
/// Configures logging: readable text on a terminal and in development, one JSON object a line elsewhere. Search texts are never logged.
/// </summary>
internal static class Logging
{
    /// <summary>The assemblies with what the settings may name. Without them, the start would look through all that the program depends on.</summary>
    internal static readonly ConfigurationReaderOptions Named =
        new(typeof(Serilog.ILogger).Assembly, typeof(ConsoleLoggerConfigurationExtensions).Assembly, typeof(FileLoggerConfigurationExtensions).Assembly);

    public static void AddLogging(this WebApplicationBuilder builder) => builder.Services.AddSerilog(
        (services, log) =>
        {
            log.ReadFrom.Configuration(builder.Configuration, Named).ReadFrom.Services(services).Enrich.FromLogContext();
            var text = !builder.Environment.IsProduction()
                || (builder.Configuration.GetValue<bool?>("Serilog:Text") ?? !Console.IsOutputRedirected);
            log.WriteTo.Sink(LoggerSinkConfiguration.Wrap(
                console => new StackTraceLimiter(console, services.GetRequiredService<TimeProvider>()),
                to => WriteToConsole(to, text)));
        },
        preserveStaticLogger: true);

    /// <summary>Logs one line for each request: the path without the query, and the trace id in JSON.</summary>
    public static void UseRequestLog(this IApplicationBuilder app) => app.UseSerilogRequestLogging(options =>
    {
        // Otherwise the start-up logger is used, with its own format and level.
        options.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = "{RequestMethod:l} {RequestPath:l} {StatusCode} in {Elapsed:0.0} ms";

        // The path as sent, percent-encoded.
        options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new("RequestMethod", new ScalarValue(context.Request.Method)),
            new("RequestPath", new ScalarValue(context.Request.Path.ToUriComponent())),
            new("StatusCode", new ScalarValue(status)),
            new("Elapsed", new ScalarValue(elapsed)),
        ];
        options.GetLevel = (context, _, error) => LevelOf(context, error);
    });

    /// <summary>The level of a request. A readiness probe that must wait, or an enforced limit, is not an error.</summary>
    internal static LogEventLevel LevelOf(HttpContext context, Exception? error) =>
        HealthAddresses.Has(context.Request.Path) ? LogEventLevel.Debug
        : error is not null || context.Response.StatusCode == StatusCodes.Status500InternalServerError ? LogEventLevel.Error
        : context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable ? LogEventLevel.Warning
        : LogEventLevel.Information;

    private static void WriteToConsole(LoggerSinkConfiguration to, bool text)
    {
        if (text)
        {
            // Values are JSON-escaped, so that control characters in a file name cannot affect the terminal or forge a line.
            to.Console(
                outputTemplate: "[{Timestamp:HH:mm:ss} {Level:u3}] {Message:j}{NewLine}{Exception}",
                formatProvider: CultureInfo.InvariantCulture);
        }
        else
        {
            to.Console(new RenderedCompactJsonFormatter());
        }
    }
}
