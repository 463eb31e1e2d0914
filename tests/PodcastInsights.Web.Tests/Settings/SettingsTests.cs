using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Tests.Settings;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Library:Transcripts", "/no/such/folder", "Library:Transcripts: there is no folder")]
    [InlineData("Library:Database", "postgresql:///podcasts", "Library:Database: it names no host")]
    [InlineData("Library:Watch", "maybe", "Library:Watch: 'maybe' is not true or false.")]
    [InlineData("Library:KeepEarlierWords", "perhaps", "Library:KeepEarlierWords: 'perhaps' is not true or false.")]
    [InlineData("RateLimit:PermitsPerMinute", "-1", "RateLimit:PermitsPerMinute: -1 is not from 0")]
    [InlineData("RateLimit:PermitsPerMinute", "many", "RateLimit:PermitsPerMinute: 'many' is not a whole number.")]
    [InlineData("Library:PollSeconds", "-1", "Library:PollSeconds: -1 is not from 0")]
    [InlineData("Import:FileMegabytes", "0", "Import:FileMegabytes: 0 is not from 1")]
    [InlineData("Import:FileLines", "0", "Import:FileLines: 0 is not from 1")]
    [InlineData("Import:FileTurns", "2000000", "Import:FileTurns: 2000000 is not from 1")]
    [InlineData("Import:FileSeconds", "0", "Import:FileSeconds: 0 is not from 1")]
    [InlineData("Request:Seconds", "0", "Request:Seconds: 0 is not from 1")]
    [InlineData("Api:AnyOrigin", "perhaps", "Api:AnyOrigin: 'perhaps' is not true or false.")]
    [InlineData("Mcp:Enabled", "perhaps", "Mcp:Enabled: 'perhaps' is not true or false.")]
    [InlineData("Site:PathBase", "pods", "Site:PathBase: 'pods' is no path")]
    [InlineData("Proxy:Trusted", "10.0.0.0/8, nginx", "Proxy:Trusted: 'nginx' is neither")]
    [InlineData("Recordings:Hosts", "media.example.org, *", "Recordings:Hosts: '*' is no name")]
    [InlineData("Recordings:Hosts", "*.org", "Recordings:Hosts: '*.org' is no name")]
    [InlineData("Recordings:Hosts", "https://media.example.org", "Recordings:Hosts: 'https://media.example.org' is no name")]
    [InlineData("Recordings:Hosts", "a.example;script-src *", "Recordings:Hosts: 'a.example;script-src *' is no name")]
    [InlineData("Status:DetailsFor", "10.0.0.0/33", "Status:DetailsFor: '10.0.0.0/33' is neither")]
    [InlineData("urls", "ftp://localhost:21", "urls: 'ftp://localhost:21' is not an address")]
    [InlineData("Serilog:MinimumLevel:Override:Microsoft", "quiet", "Serilog:MinimumLevel:Override:Microsoft: 'quiet' is none of")]
    public void A_setting_that_cannot_be_used_is_named(string name, string value, string reason)
    {
        var builder = WebApplication.CreateBuilder([$"--{name}", value]);
        var refused = Assert.Throws<OptionsValidationException>(() => SettingsCheck.Run(builder.Configuration));
        Assert.Contains(refused.Failures, failure => failure.StartsWith(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_setting_in_a_file_is_reported_with_the_file()
    {
        var folder = Directory.CreateTempSubdirectory("podcast-insights-");
        var file = Path.Combine(folder.FullName, "appsettings.json");
        File.WriteAllText(file, """
            {"$schema": "x", "Library": {"Wacht": true, "Watch": true}, "Proxy": {"Trusted": ["10.0.0.1"]}, "Sites": {}, "Colour": "red",
             "Serilog": {"WriteTo": [{"Name": "Console"}]}, "Kestrel": {"Limits": {"MaxRequestBodySize": 1}}}
            """);
        var settings = new ConfigurationBuilder().AddJsonFile(file).Build();

        var refused = Assert.Throws<OptionsValidationException>(() => SettingsCheck.Run(settings));

        Assert.Equal(
            [
                "Colour in appsettings.json is not a setting. --help lists them all.",
                "Library:Wacht in appsettings.json is not a setting. Did you mean Library:Watch?",
                "Proxy:Trusted:0 in appsettings.json is not a setting. Did you mean Proxy:Trusted?",
            ],
            refused.Failures.Order(StringComparer.Ordinal));
        folder.Delete(recursive: true);
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

    [Fact]
    public void Every_setting_is_documented_with_its_environment_variable_and_explained_by_help()
    {
        var document = File.ReadAllText(Path.Combine(Artifacts.Root, "docs", "configuration.md"));
        Assert.All(KnownSettings.Own, setting =>
        {
            Assert.Contains($"`{setting.Name}`", document, StringComparison.Ordinal);
            Assert.Contains($"`{KnownSetting.InEnvironment(setting.Name)}`", document, StringComparison.Ordinal);
            Assert.True(setting.Meaning.Length > 0, $"{setting.Name} has no Description.");
        });
        Assert.All(
            KnownSettings.Others.Where(setting => setting.Meaning.Length > 0),
            setting => Assert.Contains($"`{setting.Name}`", document, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_setting_in_the_programs_own_file_is_one()
    {
        var file = Path.Combine(Artifacts.Root, "src", "PodcastInsights.Web", "appsettings.json");
        SettingsCheck.Run(new ConfigurationBuilder().AddJsonFile(file).Build());
    }
}
