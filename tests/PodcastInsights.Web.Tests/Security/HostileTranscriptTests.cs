using PodcastInsights.Web.Tests.Browser;

namespace PodcastInsights.Web.Tests.Security;

/// <summary>
/// A transcript that wants to run something in its readers' browsers, or to break their pages, finds that it is only words.
/// </summary>
public sealed class HostileTranscriptTests(Chromium chromium)
{
    /// <summary>Marks of direction: overrides and isolates that are never closed.</summary>
    private const string Backwards = "\u202E\u2067\u202B";

    private const string Template = "{{constructor.constructor('alert(14)')()}}";

    private static readonly string Marks = string.Concat(Enumerable.Range(0x300, 60).Select(mark => (char)mark));

    private static readonly string Zalgo = string.Concat("zalgo".Select(letter => letter + Marks));

    private static readonly string Words = $$"""
        # <script>alert(1)</script> & "Eve" {{Backwards}}

        **Eve <img src=x onerror=alert(2)>:** <script>alert(3)</script> <svg onload=alert(4)> I sell you zinnober

        <a href="javascript:alert(5)">click</a>

        **Bo:** [click](javascript:alert(6)) [data](data:text/html,<script>alert(7)</script>) ![x](javascript:alert(8))

        <javascript:alert(9)> [tab](java&#9;script:alert(10)) [space](<&#1;javascript:alert(11)>) [vb](vbscript:alert(12))

        **Eve <img src=x onerror=alert(2)>:** "><iframe srcdoc="<script>alert(13)</script>"> {{Template}} ${alert(15)}

        <!-- <style>*{display:none}</style> ]]> </title></textarea></noscript>

        **Ev{{Backwards}}il:** I read you right to left {{Backwards}} gnp.exe zinnober

        **Bo:** {{new string('w', 10_000)}} zinnober {{new string('長', 10_000)}}

        **Ada Quill:** I give you {{Zalgo}} zinnober &#0; &#x202E; \u0000 with a zero​width

        **Аdа Quill:** I only look like her, at [https://аррӏе.example](https://аррӏе.example/) zinnober

        **{{Zalgo}}:** I wish you a good night. </p></main></body></html> zinnober
        """;

    /// <summary>The same in headings, which stand in the page, in its contents and beside what is found.</summary>
    private static readonly string Headings = string.Concat(
        "---\nformat: episode-markdown\n---\n\n",
        string.Join("\n\n**Eve:** Zinnober.\n\n", ((string[])
        [
            "### <script>alert(1)</script>", "### \"><img src=x onerror=alert(2)>", $"### Evil {Backwards} gnp.exe {Backwards}",
            "### </h2></header></main></body> javascript:alert(3)", $"### {new string('w', 100_000)}", $"### {new string('長', 100_000)}",
            $"### {Zalgo}{Zalgo}{Zalgo}", $"### {Template} &#0; %00 %2F..%2F #?&", "### [click](javascript:alert(4))", "### \u200B\u2067",
            "### Zinnober",
        ])), "\n\n**Eve:** Zinnober.\n");

    private static readonly string[] Queries =
    [
        "zinnober", "\"><script>alert(1)</script>", "<img src=x onerror=alert(1)>", $"{Backwards}zinnober", Zalgo, new('w', 400),
    ];

    [Fact]
    public async Task Nothing_of_it_is_anything_but_words_on_any_page()
    {
        await using var app = await AppAsync();
        foreach (var url in await AddressesAsync(app))
        {
            var page = await app.GetPageAsync(url, url.Contains("/%3C", StringComparison.Ordinal) ? 404 : 200);
            Assert.All(page.All("script"), script => Assert.True(
                ((string?)script.Attribute("src"))?.StartsWith('/') == true || (string?)script.Attribute("type") == "application/ld+json",
                $"{url}: {script}"));
            var elements = page.DescendantsAndSelf().Select(element => element.Name.LocalName);
            Assert.DoesNotContain(elements, name => name is "iframe" or "object" or "embed" or "style");
            var attributes = page.DescendantsAndSelf().SelectMany(element => element.Attributes()).ToList();
            Assert.DoesNotContain(attributes, attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            var addresses = attributes
                .Where(attribute => attribute.Name.LocalName is "href" or "src" or "action" or "formaction" or "srcdoc");
            Assert.All(addresses, address => Assert.Matches("^(/|#|https?://|mailto:|$)", address.Value));
        }
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Hostile_text_does_not_run_or_break_the_layout_in_a_browser(int width)
    {
        await using var app = await AppAsync();
        var addresses = await AddressesAsync(app);
        var page = await chromium.OpenAsync(app, width);
        var wrong = new List<string>();
        page.Dialog += async (_, dialog) =>
        {
            wrong.Add($"{page.Url}: a dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.PageError += (_, error) => wrong.Add($"{page.Url}: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("status of 404", StringComparison.Ordinal))
            {
                wrong.Add($"{page.Url}: {message.Text}");
            }
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(app.ClientOptions.BaseAddress.ToString(), StringComparison.Ordinal))
            {
                wrong.Add($"{page.Url}: asks for {request.Url}");
            }
        };
        foreach (var url in addresses)
        {
            await page.GotoAsync(url);
            var sideways = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (sideways > 0)
            {
                wrong.Add($"{url}: {sideways} pixels wider than the window");
            }

            foreach (var text in await page.EvaluateAsync<string[]>(RunsBackwards))
            {
                wrong.Add($"{url}: runs backwards: {text}");
            }
        }

        Assert.Empty(wrong);

        // What looks for texts turned round does find one.
        await page.EvaluateAsync("""
            const turned = Object.assign(document.createElement('b'), { textContent: 'turned round' });
            document.querySelector('main').prepend('\u202E', turned);
            """);
        Assert.Contains("turned round", await page.EvaluateAsync<string[]>(RunsBackwards));
    }

    [Fact]
    public async Task Lookalike_names_stay_different_people()
    {
        await using var app = await AppAsync();
        var speakers = (await app.GetJsonAsync($"/api/v1/episodes/{await SlugAsync(app)}")).GetProperty("speakers").EnumerateArray()
            .Where(speaker => speaker.GetProperty("name").GetString()!.EndsWith("Quill", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, speakers.Select(speaker => speaker.GetProperty("slug").GetString()).Distinct().Count());
    }

    /// <summary>
    /// Texts without marks of direction of their own whose Latin letters stand in the wrong order: a mark elsewhere has turned them
    /// round.
    /// </summary>
    private const string RunsBackwards = """
        () => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const found = [];
          const left = (node, at) => {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            return range.getClientRects()[0];
          };
          while (walker.nextNode()) {
            const node = walker.currentNode;
            const word = node.data.match(/[A-Za-z]{2,}/);
            if (!word || /[\u202A-\u202E\u2066-\u2069]/.test(node.data)) continue;
            const first = left(node, word.index), second = left(node, word.index + 1);
            if (!first || !second || first.width === 0 || second.width === 0) continue;
            const sameLine = Math.abs(first.top - second.top) < 1;
            if (sameLine && second.left < first.left) found.push(node.data.trim().slice(0, 60));
          }
          return found;
        }
        """;

    private static async Task<WebApp> AppAsync()
    {
        var app = new WebApp([]);
        Directory.CreateDirectory(app.Transcripts);
        await File.WriteAllTextAsync(Path.Combine(app.Transcripts, "Eve &quot;><script>alert(0)<.md"), Words);
        await File.WriteAllTextAsync(Path.Combine(app.Transcripts, "Mallory.md"), Headings);
        await File.WriteAllTextAsync(Path.Combine(app.Transcripts, $"Broken {Backwards}<script>alert(0)<.md"), "NUL \0");
        await app.InitializeAsync();
        return app;
    }

    private static async Task<string> SlugAsync(WebApp app)
    {
        var list = await app.GetJsonAsync("/api/v1/episodes?pageSize=100");
        return list.GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("slug").GetString()!)
            .Single(slug => slug.Contains("eve", StringComparison.Ordinal));
    }

    /// <summary>Every page on which something of the transcript, of its file's name or of a query is shown, in both languages.</summary>
    private static async Task<List<string>> AddressesAsync(WebApp app)
    {
        var slug = await SlugAsync(app);
        var episode = await app.GetJsonAsync($"/api/v1/episodes/{slug}");
        string[] pages =
        [
            "/episodes/mallory", "/episodes/mallory?q=zinnober", "/search?q=zinnober&episode=mallory",
            .. (await app.GetJsonAsync("/api/v1/episodes/mallory")).GetProperty("turns").EnumerateArray()
                .Select(turn => $"/episodes/mallory/turns/{turn.GetProperty("id").GetString()}"),
            "/episodes", "/status", $"/episodes/{slug}", $"/episodes/{slug}?q=zinnober",
            .. episode.GetProperty("turns").EnumerateArray().Select(turn => $"/episodes/{slug}/turns/{turn.GetProperty("id").GetString()}"),
            .. episode.GetProperty("speakers").EnumerateArray().Select(speaker => $"/speakers/{speaker.GetProperty("slug").GetString()}"),
            .. Queries.Select(Uri.EscapeDataString).SelectMany(query => new[] { $"/search?q={query}", $"/episodes?q={query}" }),
            $"/{Uri.EscapeDataString("<script>alert(1)</script>")}",
        ];
        return ["/", "/zh", .. pages, .. pages.Select(page => "/zh" + page)];
    }
}
