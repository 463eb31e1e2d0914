namespace PodcastInsights.Web.Tests.Api;

public sealed class OpenApiTests(WebApp app)
{
    /// <summary>For an intended change, set UPDATE_GOLDEN=1, run this test, and check the difference before committing it.</summary>
    [Fact]
    public async Task The_description_changes_only_on_purpose()
    {
        var golden = Path.Combine(Artifacts.Root, "tests", "PodcastInsights.Web.Tests", "Api", "openapi.v1.json");
        var description = (await app.Client.GetStringAsync("/openapi/v1.json")).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(golden, description);
        }

        Assert.Equal(await File.ReadAllTextAsync(golden), description);
    }

    [Fact]
    public async Task Every_described_address_is_documented_for_people()
    {
        var document = await File.ReadAllTextAsync(Path.Combine(Artifacts.Root, "docs", "api.md"));
        foreach (var path in (await app.GetJsonAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject())
        {
            Assert.Contains($"GET {path.Name}", document, StringComparison.Ordinal);
        }
    }
}
