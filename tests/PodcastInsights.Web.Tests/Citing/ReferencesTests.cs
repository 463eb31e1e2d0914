using System.Net;
using System.Text.Json;

namespace PodcastInsights.Web.Tests.Citing;

/// <summary>Turns and words as references, on their page and as files.</summary>
public sealed class ReferencesTests(WebApp app)
{
    [Theory]
    [InlineData("bib", "application/x-bibtex")]
    [InlineData("ris", "application/x-research-info-systems")]
    [InlineData("csl.json", "application/vnd.citationstyles.csl+json")]
    public async Task A_turn_is_a_file_for_programs_that_keep_references(string suffix, string mediaType)
    {
        var id = await app.TurnIdAsync(SampleLibrary.Timed, "with honey");
        using var response = await app.Client.GetAsync($"/episodes/{SampleLibrary.Timed}/turns/{id}.{suffix}?w=1-4");
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal($"{SampleLibrary.Timed}-{id}.{suffix}", response.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Contains("Rosa Lind, at 1:31: “I bake it again”", text, StringComparison.Ordinal);
        Assert.Contains("How a bakery opens: flour before dawn", text, StringComparison.Ordinal);
        Assert.Contains("The Slow Oven", text, StringComparison.Ordinal);
        Assert.Matches($@"https?://[^/]+/episodes/{SampleLibrary.Timed}/turns/{id}\?w=1-4-\w{{6}}", text);
    }

    [Fact]
    public async Task Chinese_words_are_cited_with_the_Chinese_page_and_whole_names()
    {
        var id = await app.TurnIdAsync(SampleLibrary.Chinese, "因为木船会说话");
        var item = JsonDocument.Parse(
            await app.Client.GetStringAsync($"/zh/episodes/{Uri.EscapeDataString(SampleLibrary.Chinese)}/turns/{id}.csl.json")).RootElement[0];

        Assert.Contains("/zh/episodes/", item.GetProperty("URL").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("林晓雨: “因为木船会说话", item.GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.Equal("zh", item.GetProperty("language").GetString());
    }

    [Fact]
    public async Task A_moved_turn_is_cited_by_its_present_address()
    {
        var id = await app.TurnIdAsync(SampleLibrary.Timed, "with honey");
        var text = await app.Client.GetStringAsync($"/episodes/{SampleLibrary.Timed}/turns/99{id[id.IndexOf('-', StringComparison.Ordinal)..]}.bib");
        Assert.Contains($"/turns/{id}}}", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2-zzzzzz.bib")]               // words that nobody says any more
    [InlineData("999-zzzzzz.ris")]
    [InlineData("not-an-id.csl.json")]
    [InlineData("{id}.docx")]
    [InlineData("{id}.json")]
    [InlineData("{id}.bib?w=4000-4001")]        // words that the turn has not
    [InlineData("{id}.bib?w=some")]
    [InlineData("{id}.ris?w=1-4-zzzzzz")]       // words that have changed
    public async Task What_may_not_be_quoted_is_not_given(string turn)
    {
        var id = await app.TurnIdAsync(SampleLibrary.Timed, "with honey");
        var address = $"/episodes/{SampleLibrary.Timed}/turns/{turn.Replace("{id}", id, StringComparison.Ordinal)}";
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("", "Cite", "Plain text")]
    [InlineData("/zh", "引用", "纯文本")]
    public async Task The_page_of_a_turn_offers_every_form_without_scripts(string prefix, string summary, string plain)
    {
        var id = await app.TurnIdAsync(SampleLibrary.Timed, "with honey");
        var page = await app.GetPageAsync($"{prefix}/episodes/{SampleLibrary.Timed}/turns/{id}?w=1-4");

        Assert.Contains(page.All("summary"), element => element.Text() == summary);
        Assert.Equal(
            [plain, "Markdown", "HTML", "APA 7", "MLA 9", "Chicago 18", "BibTeX", "RIS", "CSL-JSON"],
            page.All("details").Single(details => (string?)details.Attribute("class") == "cite")
                .Descendants().Where(element => element.Name.LocalName == "dt").Select(element => element.Text()));
        Assert.Contains(page.All("pre"), element => element.Value.Contains("(Rosa Lind, qtd. in Petra 00:01:31)", StringComparison.Ordinal));
        Assert.Contains(page.All("pre"), element => element.Value.StartsWith("> “I bake it again”\n", StringComparison.Ordinal));
        var files = page.Links().Where(link => link.StartsWith($"{prefix}/episodes/{SampleLibrary.Timed}/turns/{id}.", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, files.Count);
        foreach (var file in await Task.WhenAll(files.Select(file => app.Client.GetStringAsync(new Uri(file, UriKind.Relative)))))
        {
            Assert.Contains(page.All("pre"), element => element.Value.Trim() == file.ReplaceLineEndings("\n").Trim());
        }
    }

    [Fact]
    public async Task Changed_words_are_offered_in_no_form() => Assert.DoesNotContain(
        (await app.GetPageAsync($"/episodes/{SampleLibrary.Timed}/turns/2-zzzzzz")).All("details"),
        details => (string?)details.Attribute("class") == "cite");

    [Fact]
    public async Task Hostile_words_stay_words_in_every_form()
    {
        var id = await app.TurnIdAsync(SampleLibrary.Umlaut, "and nothing else");
        var page = await app.GetPageAsync($"/episodes/{SampleLibrary.Umlaut}/turns/{id}");
        var forms = page.All("pre").Select(element => element.Value).ToList();

        Assert.Contains(forms, form => form.Contains(@"\<img src=x onerror=alert(1)\> \& ", StringComparison.Ordinal));
        Assert.Contains(forms, form => form.Contains("&lt;<wbr>img src=x onerror=alert(1)&gt; &amp; &quot;quoted&quot;", StringComparison.Ordinal));
        Assert.Contains(forms, form => form.Contains(@"<img src=x onerror=alert(1)> \& ", StringComparison.Ordinal));
    }
}
