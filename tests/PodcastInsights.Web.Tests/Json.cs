using System.Net;
using System.Text.Json;

namespace PodcastInsights.Web.Tests;

internal static class Json
{
    public static async Task<JsonElement> GetJsonAsync(this WebApp app, string url, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await app.Client.GetAsync(url);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"{url}: {response.StatusCode}: {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>Id of the first turn whose text holds the words.</summary>
    public static async Task<string> TurnIdAsync(this WebApp app, string slug, string words)
    {
        var episode = await app.GetJsonAsync($"/api/v1/episodes/{slug}");
        return episode.GetProperty("turns").EnumerateArray()
            .First(turn => turn.GetProperty("paragraphs").EnumerateArray().Any(Says))
            .GetProperty("id").GetString()!;

        bool Says(JsonElement paragraph) => paragraph.GetProperty("text").GetString()!.Contains(words, StringComparison.Ordinal);
    }
}
