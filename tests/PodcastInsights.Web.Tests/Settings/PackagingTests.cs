using System.Text.RegularExpressions;
using System.Xml.Linq;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Tests.Settings;

/// <summary>What the packages say of the program is true of it.</summary>
public sealed partial class PackagingTests
{
    private static readonly string Packaging = Path.Combine(Artifacts.Root, "src", "Packaging");
    private static readonly string Web = Path.Combine(Artifacts.Root, "src", "PodcastInsights.Web");

    [Theory]
    [InlineData("debian/default")]
    [InlineData("compose/compose.yaml")]
    [InlineData("container/build")]
    public void Every_setting_that_a_package_makes_is_one(string file)
    {
        var names = Setting().Matches(File.ReadAllText(Path.Combine(Packaging, file))).Select(match => match.Value.Replace("__", ":", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.True(KnownSettings.Has(name), name));
    }

    [Fact]
    public void There_is_a_profile_for_each_runtime_that_the_lock_file_holds()
    {
        var runtimes = XDocument.Load(Path.Combine(Web, "PodcastInsights.Web.csproj")).Descendants("RuntimeIdentifiers").Single().Value.Split(';');
        var profiles = Directory.GetFiles(Path.Combine(Web, "Properties", "PublishProfiles"), "*.pubxml");

        Assert.Equal(runtimes.Order(), profiles.Select(Path.GetFileNameWithoutExtension).Order());
        Assert.All(profiles, profile => Assert.Equal(
            Path.GetFileNameWithoutExtension(profile), XDocument.Load(profile).Descendants("RuntimeIdentifier").Single().Value));
    }

    /// <summary>A name as an environment variable has it, in whose parts capitals are; the program's own words have no other such names.</summary>
    [GeneratedRegex("[A-Z][A-Za-z]+(?:__[A-Z][A-Za-z]+)+|AllowedHosts")]
    private static partial Regex Setting();
}
