using System.Net;
using Microsoft.Extensions.Time.Testing;
using PodcastInsights.Web.Fetching;
using PodcastInsights.Web.Fetching.Requests;

namespace PodcastInsights.Web.Tests.Fetching.Requests;

public sealed class PoliteClientTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2030, 3, 5, 12, 0, 0, TimeSpan.Zero));
    private readonly List<TimeSpan> pauses = [];
    private readonly List<string> asked = [];

    [Fact]
    public async Task Https_is_tried_first_and_kept_to()
    {
        using var client = Client(_ => Ok());
        Assert.IsType<Answer.Content>(await GetAsync(client, "http://a.example/x"));
        Assert.Equal(["https://a.example/x"], asked);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("404")]
    [InlineData("http://a.example/x")] // sends back where it was asked for first
    public async Task Http_is_asked_where_https_does_not_work_and_then_at_once(string? secure)
    {
        using var client = Client(request => request.RequestUri!.Scheme == "http" ? Ok()
            : secure is null ? throw new HttpRequestException("refused")
            : secure == "404" ? new HttpResponseMessage(HttpStatusCode.NotFound)
            : Redirect(secure));
        Assert.IsType<Answer.Content>(await GetAsync(client, "http://a.example/x"));
        Assert.IsType<Answer.Content>(await GetAsync(client, "http://a.example/y"));
        Assert.Equal(["https://a.example/x", "http://a.example/x", "http://a.example/y"], asked);
    }

    [Fact]
    public async Task A_pause_that_a_host_asks_for_is_made()
    {
        using var client = Client(_ => asked.Count switch
        {
            1 => Later(HttpStatusCode.TooManyRequests, "7"),
            2 => Later(HttpStatusCode.ServiceUnavailable, "Tue, 05 Mar 2030 12:00:40 GMT"),
            _ => Ok(),
        });
        Assert.IsType<Answer.Content>(await GetAsync(client, "https://a.example/x"));
        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(33)], pauses);
    }

    [Fact]
    public async Task A_host_that_asks_for_a_long_pause_is_left_alone()
    {
        using var client = Client(_ => Later(HttpStatusCode.TooManyRequests, "86400"));
        Assert.IsType<Answer.Failure>(await GetAsync(client, "https://a.example/x"));
        Assert.IsType<Answer.Failure>(await GetAsync(client, "https://a.example/y"));
        Assert.Single(asked);
        Assert.Empty(pauses);
    }

    [Fact]
    public async Task Requests_to_one_host_are_as_far_apart_as_is_wanted()
    {
        using var client = Client(_ => Ok(), between: 5);
        await GetAsync(client, "https://a.example/x");
        await GetAsync(client, "https://b.example/x");
        clock.Advance(TimeSpan.FromSeconds(2));
        await GetAsync(client, "https://A.example/y");
        Assert.Equal([TimeSpan.FromSeconds(3)], pauses);
    }

    [Fact]
    public async Task It_says_who_it_is_and_what_it_has()
    {
        HttpRequestMessage? seen = null;
        using var client = Client(request =>
        {
            seen = request;
            return new HttpResponseMessage(HttpStatusCode.NotModified);
        });
        var answer = await client.GetAsync(
            new Uri("https://a.example/x"), new Validators("W/\"1\"", "Tue, 05 Mar 2030 06:00:00 GMT"), 1, TestContext.Current.CancellationToken);
        Assert.IsType<Answer.NotModified>(answer);
        Assert.StartsWith("PodcastInsights/", string.Join(' ', seen!.Headers.GetValues("User-Agent")), StringComparison.Ordinal);
        Assert.Equal("W/\"1\"", seen.Headers.GetValues("If-None-Match").Single());
        Assert.Equal("Tue, 05 Mar 2030 06:00:00 GMT", seen.Headers.GetValues("If-Modified-Since").Single());
    }

    [Fact]
    public async Task Being_stopped_is_no_failure_of_the_host()
    {
        using var stop = new CancellationTokenSource();
        using var client = Client(_ =>
        {
            stop.Cancel();
            throw new OperationCanceledException(stop.Token);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.GetAsync(new Uri("https://a.example/x"), null, 1, stop.Token));
    }

    private static Task<Answer> GetAsync(PoliteClient client, string address) =>
        client.GetAsync(new Uri(address), null, 1000, TestContext.Current.CancellationToken);

    private static HttpResponseMessage Ok() => new(HttpStatusCode.OK) { Content = new StringContent("x") };

    private static HttpResponseMessage Redirect(string to)
    {
        var response = new HttpResponseMessage(HttpStatusCode.MovedPermanently);
        response.Headers.TryAddWithoutValidation("Location", to);
        return response;
    }

    private static HttpResponseMessage Later(HttpStatusCode status, string retryAfter)
    {
        var response = new HttpResponseMessage(status);
        response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return response;
    }

    private PoliteClient Client(Func<HttpRequestMessage, HttpResponseMessage> answer, int between = 0)
    {
        var limits = new FetchLimits();
        var waits = new HostPauses(TimeSpan.FromSeconds(between), limits.FailuresOfHost, clock, (pause, _) =>
        {
            pauses.Add(pause);
            clock.Advance(pause);
            return Task.CompletedTask;
        });
        return new PoliteClient(
            new Handler(request =>
            {
                asked.Add(request.RequestUri!.AbsoluteUri);
                return answer(request);
            }),
            waits,
            limits,
            clock);
    }

    private sealed class Handler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer(request));
    }
}
