using System.Net;
using System.Xml.Linq;
using CsCheck;
using PodcastInsights.Core.Citation.Styles;
using PodcastInsights.Web.Embedding;

namespace PodcastInsights.Web.Tests.Embedding;

public sealed class EmbeddedQuotationTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String,
        Gen.OneOf(
            "We shipped on a Tuesday.", "\"quoted\" 'and' so", "</p></blockquote><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;b&gt; & &amp;",
            "a\u0007bell\u0000\u001B[31m", "\u202Eturned\u202C \u2067apart", "half \uD83D a pair", "\uFFFE", "המגדלור נבנה", "第一句。", "]]><!-- -->", "")
        .Array[1, 4].Select(parts => string.Join(' ', parts)));

    [Fact]
    public void Whatever_is_said_stays_text_and_the_link_stays_one() => Gen.Select(Texts, Texts, Texts, Texts).Sample(
        (quote, speaker, source, show) =>
        {
            var html = Of(quote, speaker, source, show);
            var quotation = XElement.Parse(html.Replace("<wbr>", "", StringComparison.Ordinal));

            Assert.Equal(OneLine.Of(quote), quotation.Element("p")!.Value);
            Assert.Equal(["p", "footer", "bdi", "a", "bdi", "bdi"], quotation.Descendants().Select(element => element.Name.LocalName));
            Assert.Equal("https://talks.example/t?w=1-2-abc&lang=en", (string?)quotation.Descendants("a").Single().Attribute("href"));
            Assert.DoesNotContain(WebUtility.HtmlDecode(html).Split('<').Skip(1), IsForeign);
        });

    [Theory]
    [InlineData("It held.", "en", "en", "ltr")]
    [InlineData("המגדלור נבנה. The lamp.", "he", "he", "rtl")]
    [InlineData("“האור", "he", "he", "rtl")]
    [InlineData("مرحبا", "ar", "ar", "rtl")]
    [InlineData("這艘銅船漏水", "zh", "zh-Hant", "ltr")]
    [InlineData("这艘铜船漏水", "zh", "zh-Hans", "ltr")]
    [InlineData("12:30!", "en", "en", "ltr")]
    public void Language_and_direction_are_those_of_the_words(string words, string language, string tag, string direction)
    {
        var quotation = XElement.Parse(Of(words, "Ada", "Boats", "Slow", language));
        Assert.Equal((tag, direction), ((string?)quotation.Attribute("lang"), (string?)quotation.Attribute("dir")));
    }

    /// <summary>Whether what stands behind a sign that opens a tag, once all is decoded, is another tag than those written here.</summary>
    private static bool IsForeign(string behind) =>
        behind.Length > 0 && (char.IsAsciiLetter(behind[0]) || behind[0] is '/' or '!' or '?')
        && !new[] { "blockquote ", "p>", "/p>", "footer ", "bdi>", "/bdi>", "a href", "/a>", "/footer>", "/blockquote>", "wbr>" }
            .Any(own => behind.StartsWith(own, StringComparison.Ordinal));

    private static string Of(string quote, string speaker, string source, string show, string language = "en") => EmbeddedQuotation.Of(
        new Reference(
            "key", "Title", language, show, [], [], [], null, null, "https://talks.example/t?w=1-2-abc&lang=en", OneLine.Of(quote)),
        speaker,
        source);
}
