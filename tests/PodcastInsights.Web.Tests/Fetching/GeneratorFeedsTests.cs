using System.Net.Http.Json;
using System.Text.Json;

namespace PodcastInsights.Web.Tests.Fetching;

/// <summary>From feed to page: feeds of common programs are fetched and imported, without duplicates.</summary>
public sealed class GeneratorFeedsTests
{
    public static TheoryData<string> Names => [.. GeneratorFeeds.All.Select(feed => feed.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Its_best_transcript_is_fetched_once_and_imported_with_what_the_feed_says(string name)
    {
        var feed = GeneratorFeeds.All.Single(feed => feed.Name == name);
        await using var host = await FeedHost.StartAsync();
        Serve(host, feed);

        Assert.Equal((0, ""), (await host.FetchAsync(), FailuresIn(host)));
        var files = host.Files.ToList();
        Assert.Contains(feed.File, files);
        var asked = host.TakeRequests();
        Assert.Equal(asked.Length, asked.Distinct().Count());

        // A second run adds no file and makes no request for one.
        Assert.Equal(0, await host.FetchAsync());
        Assert.Equal(files, host.Files);
        Assert.DoesNotContain(host.TakeRequests(), request => !request.Contains("feed.xml", StringComparison.Ordinal));
        Assert.Contains($" {files.Count} unchanged", host.Output.ToString(), StringComparison.Ordinal);

        await using var app = new WebApp(new() { ["Library:Watch"] = "false" }) { IsEmpty = true };
        foreach (var file in Directory.EnumerateFiles(host.Folder))
        {
            Directory.CreateDirectory(app.Transcripts);
            File.Copy(file, Path.Combine(app.Transcripts, Path.GetFileName(file)));
        }

        await app.InitializeAsync();
        var cancellation = TestContext.Current.CancellationToken;
        var list = await app.Client.GetFromJsonAsync<JsonElement>("/api/v1/episodes", cancellation);
        Assert.Equal(files.Count, list.GetProperty("total").GetInt32());
        var summary = list.GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("titles").EnumerateObject().Any(title => title.Value.GetString() == feed.Title));
        var slug = Uri.EscapeDataString(summary.GetProperty("slug").GetString()!);
        var episode = await app.Client.GetFromJsonAsync<JsonElement>($"/api/v1/episodes/{slug}", cancellation);
        Assert.Equal(
            (feed.Date, feed.Media, feed.Language),
            (
                episode.GetProperty("publishedOn").GetString(),
                episode.GetProperty("mediaUrl").GetString(),
                episode.GetProperty("sources")[0].GetProperty("language").GetString()));
        Assert.Equal(feed.Guests, episode.GetProperty("guests").EnumerateArray().Select(guest => guest.GetString()));
        Assert.Contains(
            episode.GetProperty("metadata").EnumerateArray(),
            pair => pair.GetProperty("key").GetString() == "link" && pair.GetProperty("value").GetString() == feed.Link);
        Assert.True(episode.GetProperty("turns").GetArrayLength() >= 2);
    }

    private static void Serve(FeedHost host, GeneratorFeed feed)
    {
        var bytes = feed.Encoding.GetPreamble().Concat(feed.Encoding.GetBytes(Filled(feed.Xml))).ToArray();
        host.On(FeedHost.FeedPath, async context =>
        {
            context.Response.ContentType = "application/rss+xml";
            await context.Response.Body.WriteAsync(bytes);
        });
        foreach (var (path, type, text) in feed.Links)
        {
            if (type == "redirect")
            {
                host.On(path, context =>
                {
                    context.Response.Redirect(Filled(text));
                    return Task.CompletedTask;
                });
            }
            else
            {
                host.On(path, Filled(text), type);
            }
        }

        string Filled(string text) =>
            text.Replace("{host}", host.Address, StringComparison.Ordinal).Replace("{port}", $"{host.Port}", StringComparison.Ordinal);
    }

    private static string FailuresIn(FeedHost host) =>
        string.Join('\n', host.Output.ToString().Split('\n').Where(line => line.StartsWith("failed", StringComparison.Ordinal)));
}
