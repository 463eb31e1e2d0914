namespace PodcastInsights.Core.Tests.Text;

public sealed class UnicodeTextTests
{
    [Theory]
    [InlineData("Ada Quill.md", "Ada Quill.md")]
    [InlineData("a\nerror: b", "a?error: b")]
    [InlineData("\u001b]0;title\u0007", "?]0;title?")]
    [InlineData("a\u0085b", "a?b")]
    [InlineData("Ada\u202Edm.exe", "Ada?dm.exe")]
    [InlineData("Ada\u2028Bo\u2066", "Ada?Bo?")]
    [InlineData("\u05E2\u200F 1", "\u05E2\u200F 1")]
    public void A_line_stays_one_line(string text, string expected) => Assert.Equal(expected, UnicodeText.OnOneLine(text));
}
