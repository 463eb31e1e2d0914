using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Search.Querying;
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

    [Theory]
    [InlineData("zh", "zh", "谢谢大家来到灯塔。", null)] // as the page itself
    [InlineData("zh", "en", "谢谢大家来到灯塔。", "zh-Hans")]
    [InlineData("zh", "zh", "謝謝大家來到燈塔。", "zh-Hant")]
    [InlineData("zh", "en", "謝謝大家來到燈塔。", "zh-Hant")]
    [InlineData("zh", "en", "山水", "zh-Hans")] // written alike
    [InlineData("en", "en", "燈塔", null)] // a word in an English passage
    [InlineData("ja", "en", "灯台", "ja")]
    public void A_passage_is_named_by_its_language_and_its_characters(string language, string surrounding, string text, string? tag) =>
        Assert.Equal(tag, SiteLanguage.TagUnless(language, surrounding, text));

    private static Dictionary<string, string> In(CultureInfo culture) => Texts.ResourceManager
        .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Place { get; }

    [GeneratedRegex(@"\bTexts\.(\w+)")]
    private static partial Regex Use { get; }
}
