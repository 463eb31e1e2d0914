using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PodcastInsights.Web.Observability;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace PodcastInsights.Web.Tests.Observability;

public sealed class LoggingTests
{
    [Theory]
    [InlineData("/", 200, LogEventLevel.Information)]
    [InlineData("/nothing", 404, LogEventLevel.Information)]
    [InlineData("/search", 500, LogEventLevel.Error)]
    [InlineData("/search", 503, LogEventLevel.Warning)]
    [InlineData("/health/ready", 503, LogEventLevel.Debug)]  // a probe that is told to wait is no fault
    [InlineData("/health/live", 200, LogEventLevel.Debug)]
    public void A_request_is_logged_at_the_level_of_its_answer(string path, int status, LogEventLevel level)
    {
        var context = new DefaultHttpContext { Request = { Path = path }, Response = { StatusCode = status } };
        Assert.Equal(level, Logging.LevelOf(context, null));
    }

    [Fact]
    public async Task A_request_is_a_line_with_its_trace_and_nothing_that_was_searched_for_is_in_any()
    {
        var sink = new Sink();
        await using var app = new WebApp(new() { ["Serilog:MinimumLevel:Default"] = "Information" })
        {
            Configure = services => services.AddSingleton<ILogEventSink>(sink),
        };
        await app.InitializeAsync();
        string[] addresses =
        [
            "/search?q=zinnober", "/zh/search?q=zinnober&page=0", "/api/v1/search?q=zinnober&page=0",
            "/api/v1/search?q=zinnober&speaker=zinnober", "/api/v1/suggest?q=zinnober",
            "/episodes?q=zinnober", "/nothing?q=zinnober", $"/search?q=zinnober{new string('a', 6000)}", "/line%0Abreak%1B?q=zinnober",
        ];
        foreach (var url in addresses)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.Referrer = new Uri("http://localhost/search?q=zinnober");
            using var answer = await app.Client.SendAsync(request);
        }

        var requests = sink.Events.Where(line => line.Properties.ContainsKey("RequestMethod")).ToList();
        Assert.Equal(addresses.Length, requests.Count);
        Assert.All(requests, line => Assert.NotNull(line.TraceId));
        Assert.All(sink.Events, line => Assert.DoesNotContain("zinnober", Written(line), StringComparison.OrdinalIgnoreCase));
        Assert.Contains(requests, line => line.RenderMessage(null).StartsWith("GET /line%0Abreak%1B 400 in ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_settings_may_name_a_file_to_log_to()
    {
        var folder = Directory.CreateTempSubdirectory("log-");
        try
        {
            var path = Path.Combine(folder.FullName, "log.txt");
            var settings = new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?> { ["Serilog:WriteTo:0:Name"] = "File", ["Serilog:WriteTo:0:Args:path"] = path })
                .Build();
            using (var log = new LoggerConfiguration().ReadFrom.Configuration(settings, Logging.Named).CreateLogger())
            {
                log.Information("It is written.");
            }

            Assert.Contains("It is written.", File.ReadAllText(path), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Written(LogEvent line)
    {
        using var text = new StringWriter();
        new CompactJsonFormatter().Format(line, text);
        return text.ToString();
    }

    private sealed class Sink : ILogEventSink
    {
        public ConcurrentQueue<LogEvent> Events { get; } = [];

        public void Emit(LogEvent logEvent) => Events.Enqueue(logEvent);
    }
}
