using Microsoft.AspNetCore.Http;
using PodcastInsights.Web.Observability;
using Serilog.Events;

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
    public void A_request_is_logged_at_the_level_of_its_answer(string path, int status, LogEventLevel level) =>
        Assert.Equal(level, Logging.LevelOf(new DefaultHttpContext { Request = { Path = path }, Response = { StatusCode = status } }, null));
}
