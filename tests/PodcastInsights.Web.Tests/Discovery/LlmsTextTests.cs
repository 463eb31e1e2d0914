using System.Net;
using System.Text.RegularExpressions;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Tests.Discovery;

/// <summary>The form that llmstxt.org gives: a heading, a quotation, text, and sections that are lists of links.</summary>
public sealed partial class LlmsTextTests(WebApp app)
{
    public static TheoryData<string> Prefixes => [.. SiteLanguage.All.Select(language => language.Prefix)];

    [Theory]
    [MemberData(nameof(Prefixes))]
    public async Task Assistants_are_told_what_there_is_and_where(string prefix)
    {
        using var answer = await app.Client.GetAsync(prefix + "/llms.txt");
        var blocks = (await answer.Content.ReadAsStringAsync()).TrimEnd('\n').Split("\n\n");

        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal([SiteLanguage.All.Single(language => language.Prefix == prefix).Tag], answer.Content.Headers.ContentLanguage);
        Assert.Equal("# PodcastInsights", blocks[0]);
        Assert.StartsWith("> ", blocks[1], StringComparison.Ordinal);
        var sections = blocks.SkipWhile(block => !block.StartsWith("## ", StringComparison.Ordinal)).Chunk(2).ToList();
        Assert.Equal("## Optional", sections[^1][0]);
        foreach (var line in sections.SelectMany(section => section[1].Split('\n')))
        {
            var link = Entry.Match(line);
            Assert.True(link.Success, line);
            var address = link.Groups["address"].Value;
            Assert.StartsWith(app.Client.BaseAddress!.AbsoluteUri, address, StringComparison.Ordinal);
            if (!address.EndsWith("/mcp", StringComparison.Ordinal))
            {
                Assert.Equal((line, HttpStatusCode.OK), (line, (await app.Client.GetAsync(address)).StatusCode));
            }
        }

        Assert.Equal(SampleLibrary.EpisodeCount, sections.SelectMany(section => section[1].Split('\n')).Count(line => line.Contains("/episodes/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task It_has_the_sites_name_and_no_endpoint_that_is_turned_off()
    {
        await using var named = new WebApp(new()
        {
            ["Site:Name"] = "Tide [tables]",
            ["Site:Tagline"] = "# All about tides",
            ["Site:PathBase"] = "/pods",
            ["Mcp:Enabled"] = "false",
        });
        await named.InitializeAsync();
        var text = await named.Client.GetStringAsync("/pods/llms.txt");
        Assert.StartsWith("# Tide \\[tables\\]\n\n> \\# All about tides\n", text, StringComparison.Ordinal);
        Assert.Contains("/pods/episodes.md)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/mcp", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Robots_may_read_what_is_made_for_them()
    {
        var rules = (await app.Client.GetStringAsync("/robots.txt")).Split('\n').Select(line => line.Split(": ")).Where(rule => rule.Length == 2).ToList();
        Assert.All(
            new[] { "/llms.txt", "/zh/llms.txt", "/opensearch.xml", "/oembed?url=x", "/suggestions?q=x", "/episodes/a.md", "/episodes/a/turns/1-b.md", "/zh/search.md?q=x" },
            address => Assert.True(IsOpen(address), address));
        Assert.All(new[] { "/search.md?q=x&page=2", "/zh/search.md?q=x&sort=date", "/search.csv?q=x", "/search?q=x&page=2" }, address => Assert.False(IsOpen(address), address));

        // RFC 9309: the longest rule that fits.
        bool IsOpen(string address) => rules
            .Where(rule => rule[0] is "Allow" or "Disallow"
                && Regex.IsMatch(address, "^" + Regex.Escape(rule[1]).Replace(@"\*", ".*", StringComparison.Ordinal)))
            .OrderByDescending(rule => rule[1].Length)
            .Select(rule => rule[0] == "Allow")
            .FirstOrDefault(true);
    }

    [GeneratedRegex(@"^- \[(?:[^\]\\]|\\.)+\]\((?<address>[^)]+)\)(?:: .+)?$")]
    private static partial Regex Entry { get; }
}
