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
    [InlineData("Proxy:Trusted", "10.0.0.0/8, nginx", "Proxy:Trusted: 'nginx' is neither")]
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
        });
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

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
