using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Search.Querying;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Tests.Localisation;

public sealed partial class TextsTests
{
    private static readonly Dictionary<string, string> English = In(CultureInfo.InvariantCulture);

    public static TheoryData<string> Translations => [.. SiteLanguage.All.Where(l => l != SiteLanguage.English).Select(l => l.Tag)];

    [Theory]
    [MemberData(nameof(Translations))]
    public void Every_text_is_there_in_every_language(string tag)
    {
        var translated = In(CultureInfo.GetCultureInfo(tag));
        Assert.Equal(English.Keys.Order(StringComparer.Ordinal), translated.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(English.Concat(translated), text => text.Value.Length == 0);
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void All_languages_have_the_same_places_for_values(string tag)
    {
        var translated = In(CultureInfo.GetCultureInfo(tag));
        foreach (var (key, text) in English)
        {
            Assert.Equal((key, Places(text)), (key, Places(translated[key])));
        }

        static string Places(string text) =>
            string.Join(' ', Place.Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_text_is_used()
    {
        var web = Path.Combine(Artifacts.Root, "src", "PodcastInsights.Web");
        var generated = $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}";
        var source = string.Concat(Directory.EnumerateFiles(web, "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains(generated, StringComparison.Ordinal))
            .Where(file => !file.EndsWith("proj", StringComparison.Ordinal))
            .Select(File.ReadAllText));
        var used = Use.Matches(source).Select(m => m.Groups[1].Value).Concat(FilterField.All.Select(Wording.MeaningKey)).ToHashSet();
        Assert.All(English.Keys, key => Assert.Contains(key, used));
        Assert.All(FilterField.All, field => Assert.Contains(Wording.MeaningKey(field), English.Keys));
    }

    private static Dictionary<string, string> In(CultureInfo culture) => Texts.ResourceManager
        .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Place { get; }

    [GeneratedRegex(@"\bTexts\.(\w+)")]
    private static partial Regex Use { get; }
}
