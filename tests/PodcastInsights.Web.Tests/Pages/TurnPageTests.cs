namespace PodcastInsights.Web.Tests.Pages;

public sealed class TurnPageTests(WebApp app)
{
    private const string Episode = $"/episodes/{SampleLibrary.BothEditions}";

    [Fact]
    public async Task An_exact_link_shows_the_turn_with_its_neighbours()
    {
        var id = await app.TurnIdAsync(SampleLibrary.BothEditions, "copper ketch, without");
        var page = await app.GetPageAsync($"{Episode}/turns/{id}");
        Assert.Contains("with a spoon", page.ById($"t-{id}")!.Value, StringComparison.Ordinal);
        Assert.Equal(3, page.All("section").Count(s => ((string?)s.Attribute("class"))?.StartsWith("turn ", StringComparison.Ordinal) == true));
        Assert.Contains($"{Episode}#t-{id}", page.Links());
        Assert.DoesNotContain(page.All("p"), p => (string?)p.Attribute("class") == "notice");
    }

    [Fact]
    public async Task A_moved_turn_is_shown_and_its_present_link_is_canonical()
    {
        var id = await app.TurnIdAsync(SampleLibrary.BothEditions, "copper ketch, without");
        var page = await app.GetPageAsync($"{Episode}/turns/99{id[id.IndexOf('-', StringComparison.Ordinal)..]}");
        Assert.NotNull(page.ById($"t-{id}"));
        Assert.Contains("it is turn", Notice(page), StringComparison.Ordinal);
        Assert.EndsWith($"{Episode}/turns/{id}", Canonical(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edited_words_are_never_passed_off_as_the_old_ones()
    {
        Assert.Contains("words have changed", Notice(await app.GetPageAsync($"{Episode}/turns/2-zzzzzz")), StringComparison.Ordinal);
        Assert.Contains("文字已有改动", Notice(await app.GetPageAsync($"/zh{Episode}/turns/2-zzzzzz")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("999-zzzzzz")] // a number that no turn has any more
    [InlineData("not-an-id")]
    public async Task A_turn_that_is_gone_offers_its_episode(string id)
    {
        var page = await app.GetPageAsync($"{Episode}/turns/{id}", 404);
        Assert.Equal("This turn is gone", page.All("h1").Single().Value);
        Assert.Contains(Episode, page.Links());
    }

    private static string Notice(System.Xml.Linq.XElement page) => page.All("p").Single(p => (string?)p.Attribute("class") == "notice").Value;

    private static string Canonical(System.Xml.Linq.XElement page) =>
        (string)page.All("link").Single(l => (string?)l.Attribute("rel") == "canonical").Attribute("href")!;
}
