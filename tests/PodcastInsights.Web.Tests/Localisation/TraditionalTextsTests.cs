using System.Collections;
using System.Globalization;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Tests.Localisation;

/// <summary>The texts that the build makes of the Simplified ones.</summary>
public sealed class TraditionalTextsTests
{
    private static readonly Dictionary<string, string> Simplified = In("zh-Hans");
    private static readonly Dictionary<string, string> Traditional = In("zh-Hant");
    private static readonly string Folder = Path.Combine(Artifacts.Root, "src", "PodcastInsights.Web", "Localisation", "Traditional");

    [Theory]
    [InlineData(nameof(Texts.CopyLink), "複製連結")]                 // a word of Taiwan, by OpenCC
    [InlineData(nameof(Texts.AlsoInThisLanguage), "本頁也有繁體中文版")] // another sense, by hand
    [InlineData(nameof(Texts.Files), "來源檔案")]                    // words that OpenCC parts elsewhere
    [InlineData(nameof(Texts.LastPage), "最後一頁")]                 // one of several forms of a character
    [InlineData(nameof(Texts.HostOf), "主持 {0} 集")]
    [InlineData(nameof(Texts.OnTopic), "主題：「{0}」。")]
    public void A_text_is_what_a_reader_in_Taiwan_expects(string key, string text) => Assert.Equal(text, Traditional[key]);

    [Fact]
    public void No_character_is_left_that_only_Simplified_texts_have()
    {
        var simplifiedAlone = Lines(Path.Combine("OpenCC", "STCharacters.txt"))
            .Where(cells => !cells[1].Split(' ').Contains(cells[0]))
            .Select(cells => cells[0])
            .ToHashSet(StringComparer.Ordinal);
        Assert.True(simplifiedAlone.Count > 2000);
        Assert.All(Traditional, text => Assert.DoesNotContain(text.Value, letter => simplifiedAlone.Contains(letter.ToString())));
    }

    [Fact]
    public void Every_correction_is_of_a_text() =>
        Assert.All(Lines("Corrections.txt"), cells => Assert.Contains(Simplified.Values, text => text.Contains(cells[0], StringComparison.Ordinal)));

    private static IEnumerable<string[]> Lines(string file) => File.ReadLines(Path.Combine(Folder, file))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'));

    private static Dictionary<string, string> In(string tag) => Texts.ResourceManager
        .GetResourceSet(CultureInfo.GetCultureInfo(tag), createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
}
