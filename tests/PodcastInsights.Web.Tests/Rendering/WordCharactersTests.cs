using System.Runtime.CompilerServices;

namespace PodcastInsights.Web.Tests.Rendering;

/// <summary>The browser numbers words as the server does, since links to words are made by the one and read by the other.</summary>
public sealed class WordCharactersTests
{
    /// <summary>Where this fails, the ranges have changed: the file is to hold what is expected here, and links to words have broken.</summary>
    [Fact]
    public void The_browser_takes_the_same_letters_for_words()
    {
        var ranges = string.Concat(WordReader.AloneRanges.Select(static range => $@"\\u{{{range.First:x}}}-\\u{{{range.Last:x}}}"));
        Assert.Equal($"export const alone = '{ranges}';", File.ReadAllLines(PathOfScript())[^1]);
    }

    private static string PathOfScript([CallerFilePath] string here = "") => Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(here)!, "../../../src/PodcastInsights.Web/wwwroot/scripts/word-characters.js"));
}
