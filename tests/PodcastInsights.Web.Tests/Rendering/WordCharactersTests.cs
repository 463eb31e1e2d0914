using System.Runtime.CompilerServices;

namespace PodcastInsights.Web.Tests.Rendering;

/// <summary>The browser counts words like the server, because scripts make links that the server resolves.</summary>
public sealed class WordCharactersTests
{
    /// <summary>
    /// If this fails, the character ranges have changed. The script must have the expected content, and published links are broken.
    /// </summary>
    [Fact]
    public void The_browser_takes_the_same_letters_for_words()
    {
        var ranges = string.Concat(WordReader.AloneRanges.Select(static range => $@"\\u{{{range.First:x}}}-\\u{{{range.Last:x}}}"));
        Assert.Equal($"export const alone = '{ranges}';", File.ReadAllLines(PathOfScript())[^1]);
    }

    private static string PathOfScript([CallerFilePath] string here = "") => Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(here)!, "../../../src/PodcastInsights.Web/wwwroot/scripts/word-characters.js"));
}
