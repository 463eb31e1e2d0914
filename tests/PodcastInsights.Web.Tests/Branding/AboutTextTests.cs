using System.Text.Encodings.Web;
using Microsoft.Extensions.Logging.Abstractions;
using PodcastInsights.Web.Branding;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Tests.Branding;

public sealed class AboutTextTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("about-").FullName;
    private int minute;

    private string About => Path.Combine(folder, "about.md");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("We mend *boats*.", "<p>We mend <em>boats</em>.</p>")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>")]
    [InlineData("[a](javascript:alert(1))", "<p>a</p>")]
    [InlineData("[a](JaVaScRiPt:alert(1))", "<p>a</p>")]
    [InlineData("[a](java&#115;cript:alert(1))", "<p>a</p>")]
    [InlineData("[a](data:text/html,x)", "<p>a</p>")]
    [InlineData("[a](//evil.example)", "<p>a</p>")]
    [InlineData("[a](/\\evil.example)", "<p>a</p>")]
    [InlineData("<javascript:alert(1)>", "<p>javascript:alert(1)</p>")]
    [InlineData("[a]\n\n[a]: vbscript:x", "<p>a</p>")]
    [InlineData("![a boat](https://example.org/x.png)", "<p>a boat</p>")]
    [InlineData("[a](/episodes?q=x)", "<p><a href=\"/pods/episodes?q=x\">a</a></p>")]
    [InlineData("[a](#b)", "<p><a href=\"#b\">a</a></p>")]
    [InlineData("[a](https://example.org/\" \"a \\\" onclick=\\\"x\")", "<p><a href=\"https://example.org/%22\" title=\"a &quot; onclick=&quot;x\">a</a></p>", "any")]
    [InlineData("https://example.org/x", "<p><a href=\"https://example.org/x\">https://example.org/x</a></p>")]
    [InlineData("<ada@example.org>", "<p><a href=\"mailto:ada@example.org\">ada@example.org</a></p>")]
    [InlineData("[a](mailto:ada@example.org)", "<p><a href=\"mailto:ada@example.org\">a</a></p>")]
    [InlineData("x\n\n# Boats\n\n### Oars", "<p>x</p><h2>Boats</h2><h3>Oars</h3>")]
    public void It_has_no_active_markup_and_no_unsafe_links(string text, string html, string? form = null)
    {
        var shown = Html(AboutPage.Read(text)!);
        if (form is null)
        {
            Assert.Equal(html, shown);
        }
        else
        {
            Assert.DoesNotContain("onclick=\"", shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Its_first_heading_is_the_page_s_and_its_first_paragraph_describes_it()
    {
        var page = AboutPage.Read("# Tide *tables*\n\nWe mend [boats](/x).\nAnd oars.\n\n## More\n")!;
        Assert.Equal(("Tide tables", "We mend boats. And oars.", "en"), (page.Title, page.Summary, page.Language));
        Assert.DoesNotContain("Tide", Html(page), StringComparison.Ordinal);
        Assert.Equal("zh", AboutPage.Read("我们修船。")!.Language);
    }

    [Fact]
    public void What_is_nested_without_end_is_refused() => Assert.Null(AboutPage.Read(new string('>', 100_000) + " x"));

    [Fact]
    public void Each_language_has_its_edition_and_a_change_is_read()
    {
        Write("about.md", "First.");
        Write("about.zh.md", "潮汐。");
        var about = new AboutText(About, NullLogger<AboutText>.Instance);
        Assert.Equal("<p>First.</p>", Html(about.In(SiteLanguage.English)!));
        Assert.Equal("<p>潮汐。</p>", Html(about.In(SiteLanguage.Find("zh")!)!));

        Write("about.md", "Later.");
        File.Delete(Path.Combine(folder, "about.zh.md"));
        Assert.Equal("<p>Later.</p>", Html(about.In(SiteLanguage.English)!));
        Assert.Equal("<p>Later.</p>", Html(about.In(SiteLanguage.Find("zh")!)!));

        // Files with the whole language tag take precedence.
        Write("about.zh-Hans.md", "简。");
        Assert.Equal("<p>简。</p>", Html(about.In(SiteLanguage.Find("zh")!)!));
    }

    [Fact]
    public void What_has_become_unusable_leaves_what_was()
    {
        Write("about.md", "First.");
        var about = new AboutText(About, NullLogger<AboutText>.Instance);
        Assert.NotNull(about.In(SiteLanguage.English));
        File.WriteAllBytes(About, [0xff, 0xfe, 0xfd]);
        Assert.Equal("<p>First.</p>", Html(about.In(SiteLanguage.English)!));
    }

    [Fact]
    public void What_cannot_be_used_from_the_start_is_named()
    {
        Assert.Empty(AboutText.ProblemsOf(""));
        Assert.Contains("there is no file", Assert.Single(AboutText.ProblemsOf(About)), StringComparison.Ordinal);
        Write("about.md", new string('x', 300 << 10));
        Assert.Contains("more than 256 KiB", Assert.Single(AboutText.ProblemsOf(About)), StringComparison.Ordinal);
        File.WriteAllBytes(About, [0xff, 0xfe, 0xfd]);
        Assert.Contains("is not UTF-8", Assert.Single(AboutText.ProblemsOf(About)), StringComparison.Ordinal);
        Write("about.md", "\uFEFFFirst.");
        File.WriteAllBytes(Path.Combine(folder, "about.zh.md"), [0xff]);
        Assert.Contains("about.zh.md' is not UTF-8", Assert.Single(AboutText.ProblemsOf(About)), StringComparison.Ordinal);
    }

    private static string Html(AboutPage page)
    {
        using var written = new StringWriter();
        page.ToHtml("/pods").WriteTo(written, HtmlEncoder.Default);
        return written.ToString().Replace("\n", "", StringComparison.Ordinal);
    }

    /// <summary>Each with a different time, because two writes may fall into the same step of the clock.</summary>
    private void Write(string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddMinutes(++minute));
    }
}
