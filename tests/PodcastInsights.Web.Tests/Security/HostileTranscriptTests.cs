namespace PodcastInsights.Web.Tests.Security;

/// <summary>A transcript that wants to run something in its readers' browsers finds that it is only words.</summary>
public sealed class HostileTranscriptTests
{
    private const string Words = """
        # <script>alert(1)</script> & "Eve"

        **Eve <img src=x onerror=alert(2)>:** <script>alert(3)</script> <svg onload=alert(4)> <a href="javascript:alert(5)">click</a> zinnober

        **Bo:** [click](javascript:alert(6)) [data](data:text/html,<script>alert(7)</script>) ![x](javascript:alert(8)) <javascript:alert(9)>

        **Eve <img src=x onerror=alert(2)>:** "><iframe srcdoc="<script>alert(10)</script>"> {{constructor}} ${alert(11)} <!-- <style>*{display:none}</style>

        **Bo:** right to left ‮gnp.exe and ⁦isolated and раураl with a zero​width </p></body></html>
        """;

    [Fact]
    public async Task Nothing_of_it_runs_on_any_page()
    {
        await using var app = new WebApp([]);
        Directory.CreateDirectory(app.Transcripts);
        await File.WriteAllTextAsync(Path.Combine(app.Transcripts, "Eve &quot;><script>alert(0)<.md"), Words);
        await app.InitializeAsync();
        var episode = (await app.GetJsonAsync("/api/v1/episodes?pageSize=100")).GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("slug").GetString()!).Single(slug => slug.Contains("eve", StringComparison.Ordinal));
        var turn = (await app.GetJsonAsync($"/api/v1/episodes/{episode}")).GetProperty("turns")[0];
        foreach (var url in new[]
        {
            "/", "/episodes", $"/episodes/{episode}", $"/episodes/{episode}/turns/{turn.GetProperty("id").GetString()}", "/search?q=zinnober", "/status",
            $"/search?q={Uri.EscapeDataString("\"><script>alert(1)</script>")}", $"/episodes?q={Uri.EscapeDataString("\"><img src=x onerror=alert(1)>")}",
        })
        {
            var page = await app.GetPageAsync(url);
            Assert.All(page.All("script"), script => Assert.True(
                ((string?)script.Attribute("src"))?.StartsWith('/') == true || (string?)script.Attribute("type") == "application/ld+json", $"{url}: {script}"));
            Assert.DoesNotContain(page.DescendantsAndSelf(), element => element.Name.LocalName is "iframe" or "object" or "embed" or "style");
            var attributes = page.DescendantsAndSelf().SelectMany(element => element.Attributes()).ToList();
            Assert.DoesNotContain(attributes, attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            var addresses = attributes.Where(attribute => attribute.Name.LocalName is "href" or "src" or "action" or "formaction" or "srcdoc");
            Assert.All(addresses, address => Assert.Matches("^(/|#|https?://|mailto:|$)", address.Value));
        }
    }
}
