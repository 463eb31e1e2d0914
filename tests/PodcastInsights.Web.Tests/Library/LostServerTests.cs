using System.Net;
using System.Text.Json;
using PodcastInsights.Storage.Tests.PostgreSql;

namespace PodcastInsights.Web.Tests.Library;

/// <summary>The app when the only server of its database is lost.</summary>
public sealed class LostServerTests : IAsyncLifetime
{
    private PostgresServer server = null!;
    private WebApp app = null!;

    public async ValueTask InitializeAsync()
    {
        SharedPostgresServer.EndWhereThereIsNone();
        server = await PostgresServer.StartAsync();
        app = new WebApp(new Dictionary<string, string> { ["Library:Database"] = server.ConnectionString });
        await app.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // Null where there is no server, and so no test.
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        server?.Dispose();
    }

    [Fact]
    public async Task The_status_is_shown_with_the_reason_and_the_app_is_not_ready_until_the_server_is_back()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync("/health/ready"));

        server.Kill();
        await UntilAsync(HttpStatusCode.ServiceUnavailable);

        using var status = JsonDocument.Parse(await app.Client.GetStringAsync("/api/v1/status"));
        Assert.Equal(JsonValueKind.Null, status.RootElement.GetProperty("episodes").ValueKind);
        Assert.Contains("cannot be used", status.RootElement.GetProperty("problem").GetString(), StringComparison.Ordinal);
        Assert.False(status.RootElement.GetProperty("servers")[0].GetProperty("isUp").GetBoolean());
        Assert.Contains(server.Host, await app.Client.GetStringAsync("/status"), StringComparison.Ordinal);

        await server.StartAgainAsync();
        await UntilAsync(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync("/episodes?page=2"));
    }

    /// <summary>Waits until the app is ready, or no more.</summary>
    private async Task UntilAsync(HttpStatusCode status)
    {
        while (await StatusOfAsync("/health/ready") != status)
        {
            await Task.Yield();
        }
    }

    private async Task<HttpStatusCode> StatusOfAsync(string address)
    {
        using var response = await app.Client.GetAsync(new Uri(address, UriKind.Relative));
        return response.StatusCode;
    }
}
