using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Tests.Localisation;

public sealed partial class TextsTests
{
    private static readonly Dictionary<string, string> English = In(CultureInfo.InvariantCulture);
    private static readonly Dictionary<string, string> Chinese = In(SiteLanguage.Chinese.Culture);

    [Fact]
    public void Every_text_is_there_in_both_languages()
    {
        Assert.Equal(English.Keys.Order(StringComparer.Ordinal), Chinese.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(English.Concat(Chinese), text => text.Value.Length == 0);
    }

    [Fact]
    public void Both_languages_have_the_same_places_for_values()
    {
        foreach (var (key, text) in English)
        {
            Assert.Equal((key, Places(text)), (key, Places(Chinese[key])));
        }

        static string Places(string text) => string.Join(' ', Place.Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_text_is_used()
    {
        var web = Path.Combine(Artifacts.Root, "src", "PodcastInsights.Web");
        var source = string.Concat(Directory.EnumerateFiles(web, "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !file.EndsWith("proj", StringComparison.Ordinal))
            .Select(File.ReadAllText));
        var used = Use.Matches(source).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.All(English.Keys, key => Assert.Contains(key, used));
    }

    private static Dictionary<string, string> In(CultureInfo culture) => Texts.ResourceManager
        .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Place { get; }

    [GeneratedRegex(@"\bTexts\.(\w+)")]
    private static partial Regex Use { get; }
}
