using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PodcastInsights.Web.Tests.Browser;

/// <summary>What a script of another site gets in a reader's browser: the reader sits at the machine itself, and is shown all.</summary>
public sealed class OtherSiteTests(WebApp app, Chromium chromium) : IAsyncLifetime
{
    private const string Read = """
        async ([address, tag]) => {
          try {
            const answer = await fetch(address, tag ? { headers: { 'If-None-Match': tag }, cache: 'no-store' } : {});
            const headers = ['ETag', 'Link', 'X-Total-Count'].map((name) => answer.headers.get(name));
            return JSON.stringify({ status: answer.status, headers, text: await answer.text() });
          } catch {
            return JSON.stringify({ status: 0 });
          }
        }
        """;

    private WebApplication elsewhere = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        elsewhere = builder.Build();
        elsewhere.Run(context => context.Response.WriteAsync("<!DOCTYPE html><title>Elsewhere</title>"));
        await elsewhere.StartAsync();
    }

    public ValueTask DisposeAsync() => elsewhere.DisposeAsync();

    [Fact]
    public async Task A_script_of_another_site_reads_the_API_but_nothing_for_the_operator()
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync(elsewhere.Urls.Single());

        var list = await ReadAsync("/api/v1/episodes?pageSize=2");
        var headers = list.GetProperty("headers").EnumerateArray().Select(header => header.GetString()).ToList();
        Assert.Equal(200, list.GetProperty("status").GetInt32());
        Assert.StartsWith("W/\"", headers[0], StringComparison.Ordinal);
        Assert.Contains("rel=\"next\"", headers[1], StringComparison.Ordinal);
        Assert.Equal($"{SampleLibrary.EpisodeCount}", headers[2]);

        // Asked for beforehand, as this header is none that every script may send.
        Assert.Equal(304, (await ReadAsync("/api/v1/episodes?pageSize=2", headers[0])).GetProperty("status").GetInt32());
        var missing = await ReadAsync("/api/v1/episodes/nobody");
        Assert.Equal(404, missing.GetProperty("status").GetInt32());
        Assert.Contains("nobody", missing.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(200, (await ReadAsync("/search.csv?q=leak")).GetProperty("status").GetInt32());

        foreach (var closed in new[] { "/api/v1/status", "/api/v1/status/files", "/status", "/episodes", "/mcp" })
        {
            Assert.Equal(0, (await ReadAsync(closed)).GetProperty("status").GetInt32());
            Assert.Equal(0, (await ReadAsync(closed, headers[0])).GetProperty("status").GetInt32());
        }

        async Task<JsonElement> ReadAsync(string address, string? tag = null)
        {
            var read = await page.EvaluateAsync<string>(Read, new[] { new Uri(app.Client.BaseAddress!, address).AbsoluteUri, tag ?? "" });
            return JsonDocument.Parse(read).RootElement;
        }
    }
}
