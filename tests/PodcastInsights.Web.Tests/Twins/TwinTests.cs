using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Web.Answers;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Twins;

namespace PodcastInsights.Web.Tests.Twins;

public sealed class TwinTests(WebApp app)
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    public static TheoryData<string> Pages =>
    [
        "/episodes",
        "/episodes?order=title&year=2024&page=2",
        $"/episodes/{SampleLibrary.BothEditions}",
        $"/episodes/{SampleLibrary.BothEditions}?lang=zh",
        $"/episodes/{Uri.EscapeDataString(SampleLibrary.Chinese)}",
        $"/episodes/{SampleLibrary.BothEditions}/turns/{{id}}",
        $"/episodes/{SampleLibrary.BothEditions}/turns/{{id}}?w=2-3",
        "/speakers",
        "/speakers/mira-okafor",
        "/topics",
        "/topics/small-business",
        "/search",
        "/search?q=leak&sort=date",
        "/search?q=leek",
        "/search?q=xylophonists",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_links_its_Markdown_form_which_is_also_served_on_request(string path)
    {
        foreach (var url in await InAllLanguagesAsync(path))
        {
            var named = (await app.GetPageAsync(url)).All("link").Single(link => (string?)link.Attribute("type") == "text/markdown");
            using var own = await app.Client.GetAsync((string)named.Attribute("href")!);
            using var liked = await AskAsync(url, "text/markdown");

            Assert.Equal("alternate", (string?)named.Attribute("rel"));
            foreach (var twin in new[] { own, liked })
            {
                Assert.Equal((HttpStatusCode.OK, "text/markdown; charset=utf-8"), (twin.StatusCode, twin.Content.Headers.ContentType?.ToString()));
                Security.AnswerHeaders.AreOn(twin);
            }

            var text = await own.Content.ReadAsStringAsync();
            Assert.Contains("# ", text, StringComparison.Ordinal);

            // The one links to what is at the other's address only where it turns over.
            Assert.Equal(text.Replace(".md?", "?", StringComparison.Ordinal), (await liked.Content.ReadAsStringAsync()).Replace(".md?", "?", StringComparison.Ordinal));
            Assert.Equal(own.Headers.GetValues("Link"), liked.Headers.GetValues("Link"));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Each_link_in_Markdown_is_absolute_and_works(string path)
    {
        foreach (var url in (await InAllLanguagesAsync(path)).Where(url => !url.Contains("/episodes/", StringComparison.Ordinal) || url.Contains("/turns/", StringComparison.Ordinal)))
        {
            using var twin = await AskAsync(url, "text/markdown");
            var links = (await twin.Content.ReadAsStringAsync()).Split("](").Skip(1).Select(rest => rest.Split(')')[0]).ToList();
            Assert.NotEmpty(links);
            foreach (var link in links.Distinct())
            {
                Assert.StartsWith(app.Client.BaseAddress!.AbsoluteUri, link, StringComparison.Ordinal);
                Assert.Equal((link, HttpStatusCode.OK), (link, (await app.Client.GetAsync(link)).StatusCode));
            }
        }
    }

    [Theory]
    [InlineData(Browser)]
    [InlineData("*/*")]
    [InlineData("")]
    [InlineData("text/markdown;q=0")]
    [InlineData("application/json")]
    [InlineData("text/markdown;q=0.2, text/html")]
    public async Task A_browser_is_given_the_page(string accept)
    {
        using var answer = await AskAsync($"/episodes/{SampleLibrary.Timed}", accept);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Theory]
    [InlineData("text/markdown", true)]
    [InlineData("TEXT/Markdown; charset=utf-8", true)]
    [InlineData("text/markdown, text/html, */*", true)] // what coding assistants send
    [InlineData("text/html, text/markdown", true)]
    [InlineData("text/markdown;q=0.9, text/html;q=0.8", true)]
    [InlineData("text/markdown;q=0.001", true)]
    [InlineData("text/markdown;q=0.5, */*;q=0.4", true)]
    [InlineData("text/html;q=0, text/markdown;q=0.1", true)]
    [InlineData("text/markdown;q=0.3, text/*;q=0.5", false)]
    [InlineData("text/markdown;q=0.3, text/html;q=0.2, */*;q=0.9", true)] // the most particular range says how HTML is liked
    [InlineData("text/html, text/markdown;q=0.99", false)]
    [InlineData("text/markdown;q=0, */*", false)]
    [InlineData("text/*", false)] // nobody who does not name it
    [InlineData("*/*", false)]
    [InlineData("text/markdownish", false)]
    [InlineData(",;,", false)]
    [InlineData("", false)]
    public void Markdown_is_liked_where_it_is_named_and_html_is_not_liked_better(string accept, bool isLiked) => Assert.Equal(isLiked, Twin.Likes(accept));

    [Fact]
    public void Whatever_is_accepted_makes_two_answers_of_an_address_and_no_more()
    {
        var page = new Endpoint(null, new EndpointMetadataCollection(NegotiatedAddress.Instance), "page");
        var asked = Enumerable.Range(0, 1000).SelectMany(number => new[] { $"text/markdown;q=0.{number}1", $"text/x-{number}", $"text/html;level={number}", $"text/markdown, x/{number}" })
            .Select(accept =>
            {
                var context = new DefaultHttpContext();
                context.Request.Headers.Accept = accept;
                return AskedFor.By(context.Request, page);
            });
        Assert.Equal(2, asked.Distinct().Count());
    }

    [Fact]
    public async Task The_two_forms_have_tags_of_their_own_and_every_answer_says_what_it_depends_on()
    {
        const string Url = $"/episodes/{SampleLibrary.Timed}";
        using var page = await AskAsync(Url, Browser);
        using var twin = await AskAsync(Url, "text/markdown");
        Assert.NotEqual(page.Headers.ETag, twin.Headers.ETag);

        foreach (var (accept, tag, status) in new[]
        {
            (Browser, page.Headers.ETag, HttpStatusCode.NotModified),
            ("text/markdown", twin.Headers.ETag, HttpStatusCode.NotModified),
            ("text/markdown", page.Headers.ETag, HttpStatusCode.OK),
            (Browser, twin.Headers.ETag, HttpStatusCode.OK),
        })
        {
            using var again = await AskAsync(Url, accept, tag);
            Assert.Equal((accept, status), (accept, again.StatusCode));
            Assert.Contains("Accept", again.Headers.Vary);
        }

        using var missing = await AskAsync("/episodes/nobody", "text/markdown");
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (missing.StatusCode, missing.Content.Headers.ContentType?.MediaType));
        Assert.Contains("Accept", missing.Headers.Vary);

        // At its own address a twin is what everybody is given.
        using var own = await AskAsync(Url + ".md", Browser);
        Assert.Equal("text/markdown", own.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("Accept", own.Headers.Vary);
    }

    [Theory]
    [InlineData(SampleLibrary.BothEditions, "en")]
    [InlineData(SampleLibrary.Umlaut, "en")]
    [InlineData(SampleLibrary.Sections, "en")]
    [InlineData(SampleLibrary.Timed, "en")]
    public async Task The_twin_of_an_episode_imported_again_is_the_episode(string slug, string language)
    {
        var bytes = await app.Client.GetByteArrayAsync($"/episodes/{slug}.md");
        var read = TranscriptFile.Read(LibraryFile.Of("/library", $"/library/{slug}.{language}.md"), bytes).Edition!;
        var episode = await app.GetJsonAsync($"/api/v1/episodes/{slug}");

        Assert.Equal(slug, EpisodeSlug.From(LibraryFile.Of("/library", $"/library/{slug}.{language}.md").Name).Value);
        Assert.Equal(
            episode.GetProperty("turns").EnumerateArray().Select(turn => (turn.GetProperty("id").GetString(), turn.GetProperty("speaker").GetString())),
            read.Turns.Select(turn => ((string?)turn.Id.ToString(), turn.Speaker)));
        Assert.Equal(
            episode.GetProperty("takeaways").EnumerateArray().Select(takeaway => (takeaway.GetProperty("text").GetString(), takeaway.GetProperty("turnId").GetString())),
            read.Takeaways.Select(takeaway => ((string?)takeaway.Text, takeaway.TurnId?.ToString())));
        Assert.Equal(episode.GetProperty("sponsors").GetArrayLength(), read.Sponsors.Count);
        Assert.Equal(episode.GetProperty("sections").GetArrayLength(), read.Sections.Count);
    }

    [Fact]
    public async Task Hostile_words_are_words_in_markdown_too()
    {
        var id = await app.TurnIdAsync(SampleLibrary.Umlaut, "and nothing else");
        var twin = await app.Client.GetStringAsync($"/episodes/{SampleLibrary.Umlaut}/turns/{id}.md");
        Assert.Contains(@"\<script\>alert('x')\</script\>\</p\>\<img src=x onerror=alert(1)\> \&", twin, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<!\\)<(script|img)", twin);
    }

    [Fact]
    public async Task A_turn_that_is_gone_says_so_in_markdown()
    {
        using var answer = await AskAsync($"/episodes/{SampleLibrary.BothEditions}/turns/999-zzzzzz", "text/markdown");
        Assert.Equal((HttpStatusCode.NotFound, "text/markdown"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith("# This turn no longer exists\n", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_words_are_no_quotation_in_markdown()
    {
        var id = await app.TurnIdAsync(SampleLibrary.BothEditions, "copper ketch, without");
        var twin = await app.Client.GetStringAsync($"/episodes/{SampleLibrary.BothEditions}/turns/{id}.md?w=2-3-zzzzzz");
        Assert.DoesNotContain("> copper ketch\n", twin, StringComparison.Ordinal);
        Assert.Contains("\n## The most similar words now\n", twin, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_page_with_a_Markdown_route_has_a_Markdown_form()
    {
        var models = typeof(IHasTwin).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IHasTwin)) && type.IsClass)
            .Select(type => $"{type.Namespace!.Replace("PodcastInsights.Web.Pages", "", StringComparison.Ordinal).Replace('.', '/')}/{type.Name[..^"Model".Length]}");
        Assert.Equal(TwinRoutes.Pages.Order(StringComparer.Ordinal), models.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(TwinRoutes.Pages, page => new PageRouteModel("/Pages/Status.cshtml", "/Status").ViewEnginePath == page);
    }

    private async Task<HttpResponseMessage> AskAsync(string url, string accept, EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (accept.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return await app.Client.SendAsync(request);
    }

    private async Task<IReadOnlyList<string>> InAllLanguagesAsync(string path)
    {
        var id = await app.TurnIdAsync(SampleLibrary.BothEditions, "copper ketch, without");
        return [.. SiteLanguage.All.Select(language => language.Prefix + path.Replace("{id}", id, StringComparison.Ordinal))];
    }
}
