using System.Net;

namespace PodcastInsights.Web.Tests.Pages;

public sealed class FormerAddressTests : IAsyncLifetime
{
    private WebApp app = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        app = await EditedLibrary.StartAsync();
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = app.ClientOptions.BaseAddress };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_renamed_file_keeps_its_old_addresses()
    {
        var id = await app.TurnIdAsync("wheat", "I never said");
        Rename("Wheat.md", "Corn.md");
        await app.ImportAsync();

        Assert.Equal("/episodes/corn", await LocationAsync("/episodes/wheat"));
        Assert.Equal($"/zh/episodes/corn/turns/{id}?w=2-3", await LocationAsync($"/zh/episodes/wheat/turns/{id}?w=2-3"));
        Assert.Equal($"/api/v1/episodes/corn/turns/{id}", await LocationAsync($"/api/v1/episodes/wheat/turns/{id}"));
        Assert.Equal($"/cards/corn/{id}.png", await LocationAsync($"/cards/wheat/{id}.png"));
        Assert.Equal("/episodes/corn.md?lang=en", await LocationAsync("/episodes/wheat.md?lang=en"));
        Assert.Equal($"/zh/episodes/corn/turns/{id}.md", await LocationAsync($"/zh/episodes/wheat/turns/{id}.md"));
        var old = new Uri(client.BaseAddress!, $"/episodes/wheat/turns/{id}").AbsoluteUri;
        var shown = (await app.GetJsonAsync($"/oembed?url={Uri.EscapeDataString(old)}")).GetProperty("html").GetString();
        Assert.Contains($"/episodes/corn/turns/{id}", shown, StringComparison.Ordinal);
        Assert.Equal("/cards/corn/episode.png?lang=en", await LocationAsync("/cards/wheat/episode.png?lang=en"));
        Assert.Contains("/episodes/wheat", (await app.GetPageAsync("/status")).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_lead_to_the_episode_in_one_step_however_often_it_was_renamed()
    {
        Rename("Wheat.md", "Corn.md");
        await app.ImportAsync();
        Rename("Corn.md", "Rye.md");
        await app.EditAsync("Rye.md", EditedLibrary.Talk.Replace("Good tides", "Good tides, and good bread,", StringComparison.Ordinal));

        Assert.Equal("/episodes/rye", await LocationAsync("/episodes/wheat"));
        Assert.Equal("/episodes/rye", await LocationAsync("/episodes/corn"));

        Rename("Rye.md", "Wheat.md");
        await app.ImportAsync();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/episodes/wheat")).StatusCode);
        Assert.Equal("/episodes/wheat", await LocationAsync("/episodes/rye"));
    }

    [Fact]
    public async Task A_file_that_was_away_for_a_while_is_known_by_its_words()
    {
        File.Move(Path.Combine(app.Transcripts, "Wheat.md"), Path.Combine(app.Folder, "Corn.md"));
        await File.WriteAllTextAsync(Path.Combine(app.Transcripts, "Other.md"), "**Petra:** Nothing to do with it at all.\n\n**Nils:** Indeed.");
        await app.ImportAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/episodes/wheat")).StatusCode);

        File.Move(Path.Combine(app.Folder, "Corn.md"), Path.Combine(app.Transcripts, "Corn.md"));
        await app.ImportAsync();
        Assert.Equal("/episodes/corn", await LocationAsync("/episodes/wheat"));
    }

    [Fact]
    public async Task An_episode_is_never_led_away_from()
    {
        await app.EditAsync("Corn.md", "---\naliases: [/episodes/wheat/, old-corn, 'Kukuruz & co.html']\n---\n\n" + EditedLibrary.Talk.Replace(
            "wheat", "corn", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/episodes/wheat")).StatusCode);
        Assert.Equal("/episodes/corn", await LocationAsync("/episodes/old-corn"));
        Assert.Equal("/episodes/corn", await LocationAsync("/episodes/kukuruz-co"));

        File.Delete(Path.Combine(app.Transcripts, "Wheat.md"));
        await app.ImportAsync();
        Assert.Equal("/episodes/corn", await LocationAsync("/episodes/wheat"));
    }

    [Fact]
    public async Task Another_episode_is_no_successor()
    {
        await app.EditAsync("Other.md", "**Petra:** Nothing to do with it at all, nothing.\n\n**Nils:** Indeed, it is about something else.");
        File.Delete(Path.Combine(app.Transcripts, "Wheat.md"));
        await app.ImportAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/episodes/wheat")).StatusCode);
    }

    private void Rename(string from, string to) => File.Move(Path.Combine(app.Transcripts, from), Path.Combine(app.Transcripts, to));

    private async Task<string?> LocationAsync(string address)
    {
        using var response = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        return response.Headers.Location?.OriginalString;
    }
}
