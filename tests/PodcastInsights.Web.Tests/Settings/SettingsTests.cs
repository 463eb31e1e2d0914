using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Tests.Settings;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Library:Transcripts", "/no/such/folder", "Library:Transcripts: there is no folder")]
    [InlineData("Library:Database", "postgresql:///podcasts", "Library:Database: it names no host")]
    [InlineData("Library:Watch", "maybe", "'Library:Watch'")]
    [InlineData("Library:KeepEarlierWords", "perhaps", "'Library:KeepEarlierWords'")]
    [InlineData("RateLimit:PermitsPerMinute", "-1", "RateLimit:PermitsPerMinute: -1 is not from 0")]
    [InlineData("RateLimit:PermitsPerMinute", "many", "'RateLimit:PermitsPerMinute'")]
    [InlineData("Library:PollSeconds", "-1", "Library:PollSeconds: -1 is not from 0")]
    [InlineData("Import:FileMegabytes", "0", "Import:FileMegabytes: 0 is not from 1")]
    [InlineData("Import:FileLines", "0", "Import:FileLines: 0 is not from 1")]
    [InlineData("Import:FileTurns", "2000000", "Import:FileTurns: 2000000 is not from 1")]
    [InlineData("Import:FileSeconds", "0", "Import:FileSeconds: 0 is not from 1")]
    [InlineData("Request:Seconds", "0", "Request:Seconds: 0 is not from 1")]
    [InlineData("Mcp:Enabled", "perhaps", "'Mcp:Enabled'")]
    [InlineData("Site:PathBase", "pods", "Site:PathBase: 'pods' is no path")]
    [InlineData("Proxy:Trusted", "10.0.0.0/8, nginx", "Proxy:Trusted: 'nginx' is neither")]
    [InlineData("Recordings:Hosts", "media.example.org, *", "Recordings:Hosts: '*' is no name")]
    [InlineData("Recordings:Hosts", "*.org", "Recordings:Hosts: '*.org' is no name")]
    [InlineData("Recordings:Hosts", "https://media.example.org", "Recordings:Hosts: 'https://media.example.org' is no name")]
    [InlineData("Recordings:Hosts", "a.example;script-src *", "Recordings:Hosts: 'a.example;script-src *' is no name")]
    public void A_setting_that_cannot_be_used_is_named(string name, string value, string reason)
    {
        var builder = WebApplication.CreateBuilder([$"--{name}", value]);
        var refused = Assert.Throws<OptionsValidationException>(() =>
        {
            builder.AddSettings<LibrarySettings>();
            builder.AddSettings<RateLimitSettings>();
            builder.AddSettings<ImportSettings>();
            builder.AddSettings<RequestSettings>();
            builder.AddSettings<ProxySettings>();
            builder.AddSettings<McpSettings>();
            builder.AddSettings<SiteSettings>();
            builder.AddSettings<RecordingSettings>();
        });
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://media.example.org/a.mp3", true)]
    [InlineData("https://MEDIA.example.org/a.mp3", true)]
    [InlineData("https://cdn.bells.example/a.mp3", true)]
    [InlineData("https://bells.example/a.mp3", false)]            // as browsers read "*."
    [InlineData("https://notbells.example/a.mp3", false)]
    [InlineData("https://media.example.org.evil.example/a.mp3", false)]
    [InlineData("http://media.example.org/a.mp3", false)]
    [InlineData("https://media.example.org:8443/a.mp3", false)]
    public void A_recording_elsewhere_is_played_where_its_host_is_named(string address, bool played) =>
        Assert.Equal(played, new RecordingSettings { Hosts = "media.example.org, *.bells.example" }.Allows(new Uri(address)));

    [Fact]
    public void Two_folders_never_share_a_database()
    {
        Assert.NotEqual(new LibrarySettings { Transcripts = "/a" }.DatabaseFile, new LibrarySettings { Transcripts = "/b" }.DatabaseFile);
        Assert.Equal(new LibrarySettings { Transcripts = "/a" }.DatabaseFile, new LibrarySettings { Transcripts = "/a/" }.DatabaseFile);
    }

    [Fact]
    public void Without_settings_the_seeds_beside_the_program_are_shown()
    {
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "seeds"), new LibrarySettings().TranscriptsFolder);
        Assert.NotEmpty(Directory.EnumerateFiles(new LibrarySettings().TranscriptsFolder));
    }

    [Theory]
    [InlineData(typeof(LibrarySettings))]
    [InlineData(typeof(RateLimitSettings))]
    [InlineData(typeof(ImportSettings))]
    [InlineData(typeof(RequestSettings))]
    [InlineData(typeof(ProxySettings))]
    [InlineData(typeof(McpSettings))]
    [InlineData(typeof(SiteSettings))]
    [InlineData(typeof(RecordingSettings))]
    public void Every_setting_is_documented_with_its_environment_variable(Type settings)
    {
        var document = File.ReadAllText(Path.Combine(Artifacts.Root, "docs", "configuration.md"));
        var section = (string)settings.GetProperty(nameof(ISettings.Section))!.GetValue(null)!;
        foreach (var property in settings.GetProperties().Where(property => property.CanWrite))
        {
            Assert.Contains($"`{section}:{property.Name}`", document, StringComparison.Ordinal);
            Assert.Contains($"`{section}__{property.Name}`", document, StringComparison.Ordinal);
        }
    }
}
