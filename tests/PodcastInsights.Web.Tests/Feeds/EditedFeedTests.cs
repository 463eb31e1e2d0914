using System.Net;
using System.ServiceModel.Syndication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Web.Tests.Feeds;

/// <summary>What one is told who follows a library while it is edited.</summary>
public sealed class EditedFeedTests : IAsyncLifetime
{
    private const string Episodes = "/feeds/episodes.atom";
    private const string Search = "/feeds/search.atom?q=wheat";

    private const string Other = """
        ---
        title: Rye and rivers
        date: 2019-02-03
        topics: [grain]
        ---

        **Petra:** Welcome to the show about rye and rivers, dear listeners of the valley.

        **Olu Sand:** Rye grows where the wheat will not, on sand and beside the cold river.

        **Petra:** And who eats it, when all is said and done?
        """;

    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());

    private WebApp app = null!;

    public async ValueTask InitializeAsync() => app = await EditedLibrary.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task An_episode_that_is_added_appears_once_and_changes_no_other_entry()
    {
        var (episodes, found) = (await app.GetEntriesAsync(Episodes), await app.GetEntriesAsync(Search));
        await EditAsync("Rye.md", Other);

        foreach (var (url, before) in new[] { (Episodes, episodes), (Search, found) })
        {
            var after = await app.GetEntriesAsync(url);
            Assert.Single(after.Keys.Except(before.Keys));
            Assert.All(before, entry => Assert.Equal(entry.Value, after[entry.Key]));
        }

        // However old it is, it is news here: one is shown it first.
        Assert.Equal("Rye and rivers", (await app.GetFeedAsync(Episodes)).Items.First().Title.Text);
        var added = (await app.GetFeedAsync(Episodes)).Items.First();
        Assert.Equal(added.LastUpdatedTime, added.PublishDate);
        Assert.InRange((clock.GetUtcNow() - added.PublishDate).TotalSeconds, 0, 1);
        Assert.Contains("2019", ((TextSyndicationContent)added.Content).Text, StringComparison.Ordinal);
        Assert.StartsWith("Olu Sand", (await app.GetFeedAsync(Search)).Items.First().Title.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_in_another_turn_changes_no_match_and_a_new_match_appears_once()
    {
        var before = await app.GetEntriesAsync(Search);
        await EditAsync("Wheat.md", EditedLibrary.Talk.Replace(
            "# Wheat and boats\n", "# Wheat and boats\n\n**Petra:** Is this on? Fine.\n\n**Mira:** It is, by all that I hear.\n", StringComparison.Ordinal));
        Assert.Equal(before, await app.GetEntriesAsync(Search));

        await EditAsync("Wheat.md", EditedLibrary.Talk.Replace("a wooden boat", "a wooden boat full of wheat", StringComparison.Ordinal));
        var after = await app.GetEntriesAsync(Search);
        Assert.Single(after.Keys.Except(before.Keys));
        Assert.All(before, entry => Assert.Equal(entry.Value, after[entry.Key]));
        var link = (await app.GetFeedAsync(Search)).Items.First().Links.Single().Uri.PathAndQuery;
        Assert.Contains("full of wheat", (await app.GetPageAsync(link)).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edited_match_is_the_same_entry_with_its_new_words()
    {
        var before = await app.GetFeedAsync(Search);
        await EditAsync("Wheat.md", EditedLibrary.Talk.Replace("I never said that", "I have always said that", StringComparison.Ordinal));
        var after = await app.GetFeedAsync(Search);

        Assert.Equal(before.Items.Select(item => item.Id).Order(), after.Items.Select(item => item.Id).Order());
        Assert.Contains("I have always said", after.Items.First().Summary.Text, StringComparison.Ordinal);
        Assert.True(after.Items.First().LastUpdatedTime > before.Items.Max(item => item.LastUpdatedTime));
        var link = after.Items.First().Links.Single().Uri.PathAndQuery;
        Assert.DoesNotContain("have changed", (await app.GetPageAsync(link)).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_change_of_words_changes_no_moment()
    {
        await EditAsync("Rye.md", Other);
        var before = Moments(await app.GetFeedAsync(Episodes));
        await EditAsync("Rye.md", Other.Replace("Rye and rivers", "Rye & rivers", StringComparison.Ordinal)
            .Replace("topics: [grain]", "topics: [grain, water]", StringComparison.Ordinal)
            .Replace("said and done?", "said, and done!", StringComparison.Ordinal));
        Assert.Equal(before, Moments(await app.GetFeedAsync(Episodes)));

        await EditAsync("Rye.md", Other.Replace("who eats it", "who bakes it", StringComparison.Ordinal));
        var after = Moments(await app.GetFeedAsync(Episodes));
        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        Assert.Equal(["Rye and rivers"], (await app.GetFeedAsync(Episodes)).Items.Where(item => before[item.Id] != after[item.Id]).Select(item => item.Title.Text));
    }

    [Fact]
    public async Task A_renamed_file_is_the_same_entry_at_its_new_address()
    {
        var before = await app.GetEntriesAsync(Episodes);
        var found = await app.GetEntriesAsync(Search);
        File.Move(Path.Combine(app.Transcripts, "Wheat.md"), Path.Combine(app.Transcripts, "Grain.md"));
        await ImportAsync(app);

        Assert.Equal(AtGrain(before), await app.GetEntriesAsync(Episodes));
        Assert.Equal(AtGrain(found), await app.GetEntriesAsync(Search));

        static IReadOnlyDictionary<string, string> AtGrain(Dictionary<string, string> entries) => entries.ToDictionary(
            entry => entry.Key, entry => entry.Value.Replace("/episodes/wheat", "/episodes/grain", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_library_that_is_read_into_another_database_at_another_place_has_the_same_ids()
    {
        await EditAsync("Rye.md", Other);
        await using var elsewhere = new WebApp(new() { ["Library:Watch"] = "false", ["Site:PathBase"] = "/pods", ["Site:Name"] = "Grain" });
        Directory.CreateDirectory(elsewhere.Transcripts);
        foreach (var file in Directory.EnumerateFiles(app.Transcripts))
        {
            File.Copy(file, Path.Combine(elsewhere.Transcripts, Path.GetFileName(file)));
        }

        await elsewhere.InitializeAsync();
        foreach (var url in new[] { Episodes, Search })
        {
            var (here, there) = (await app.GetFeedAsync(url), await elsewhere.GetFeedAsync("/pods" + url));
            Assert.Equal(here.Id, there.Id);
            Assert.Equal(here.Items.Select(item => item.Id).Order(), there.Items.Select(item => item.Id).Order());
            Assert.StartsWith("/pods/", there.LinkOf("self"), StringComparison.Ordinal);
            Assert.All(there.Items, item => Assert.StartsWith("/pods/episodes/", item.Links.Single().Uri.PathAndQuery, StringComparison.Ordinal));
            Assert.All(there.Items, item => Assert.DoesNotMatch(@"(href|cite)=""(?!http://[^/]+/pods/)", ((TextSyndicationContent)item.Content).Text));
        }
    }

    [Fact]
    public async Task A_first_import_gives_one_page_and_the_rest_in_archives_that_stay()
    {
        for (var number = 1; number <= 300; number++)
        {
            await File.WriteAllTextAsync(Path.Combine(app.Transcripts, $"Grain {number}.md"), $"""
                ---
                title: Grain {number}
                date: {new DateOnly(2020, 1, 1).AddDays(number):yyyy-MM-dd}
                ---

                **Petra:** What is grain number {number} good for?

                **Mira:** For bread number {number}, and for nothing else.

                **Petra:** That will do.
                """);
        }

        await using var large = new WebApp(new() { ["Library:Watch"] = "false", ["RateLimit:PermitsPerMinute"] = "0" }) { IsEmpty = true };
        foreach (var file in Directory.EnumerateFiles(app.Transcripts, "Grain*"))
        {
            Directory.CreateDirectory(large.Transcripts);
            File.Copy(file, Path.Combine(large.Transcripts, Path.GetFileName(file)));
        }

        await large.InitializeAsync();
        var first = await large.GetFeedAsync(Episodes);
        Assert.Equal(Enumerable.Range(251, 50).Reverse().Select(number => $"Grain {number}"), first.Items.Select(item => item.Title.Text));
        Assert.All(first.Items, item => Assert.Equal(item.PublishDate, item.LastUpdatedTime));
        Assert.All(first.Items, item => Assert.Equal(2020, item.LastUpdatedTime.Year));
        var archives = await ArchivesAsync(large, first);
        Assert.Equal(5, archives.Count);
        Assert.Equal(300, archives.Values.SelectMany(feed => feed.Items).Concat(first.Items).Select(item => item.Id).Distinct().Count());

        // Ten more, all of them older than any, and an edit: no archive is another document or has other entries.
        var before = await EntriesAsync(archives.Keys);
        for (var number = 1; number <= 10; number++)
        {
            await File.WriteAllTextAsync(Path.Combine(large.Transcripts, $"Straw {number}.md"), $"""
                ---
                title: Straw {number}
                date: 1999-01-0{number % 9 + 1}
                ---

                **Petra:** What is straw number {number} good for?

                **Mira:** For roof number {number}, and for nothing else.

                **Petra:** That will do.
                """);
        }

        await ImportAsync(large);
        Assert.Equal(310, (await large.GetJsonAsync("/api/v1/episodes")).GetProperty("total").GetInt32());
        var second = await large.GetFeedAsync(Episodes);
        Assert.All(second.Items.Take(10), item => Assert.StartsWith("Straw", item.Title.Text, StringComparison.Ordinal));
        Assert.Equal(first.Items.Take(40).Select(item => item.Id), second.Items.Skip(10).Select(item => item.Id));
        var more = await ArchivesAsync(large, second);
        Assert.Equal([$"{Episodes}?archive=6", .. archives.Keys], more.Keys);
        Assert.Equal(before, await EntriesAsync(archives.Keys));
        Assert.Equal(310, more.Values.SelectMany(feed => feed.Items).Concat(second.Items).Select(item => item.Id).Distinct().Count());

        var next = (await large.GetJsonAsync("/feeds/episodes.json")).GetProperty("next_url").GetString()!;
        Assert.EndsWith("/feeds/episodes.json?archive=6", next, StringComparison.Ordinal);

        async Task<List<string>> EntriesAsync(IEnumerable<string> urls)
        {
            var entries = new List<string>();
            foreach (var url in urls)
            {
                entries.AddRange((await large.GetEntriesAsync(url)).Values);
            }

            return entries;
        }
    }

    [Fact]
    public async Task Of_a_long_turn_the_words_that_were_searched_are_shown()
    {
        var sand = string.Concat(Enumerable.Repeat("Sand is blown over the dunes by every wind that there is. ", 70));
        await EditAsync("Sand.md", EditedLibrary.Talk.Replace(
            "A dry summer is bad for it,", $"{sand}\n\n{sand}\n\nAnd then a marmot came by.\n\n{sand}", StringComparison.Ordinal));

        var entry = (await app.GetFeedAsync("/feeds/search.atom?q=marmot")).Items.Single();
        var html = ((TextSyndicationContent)entry.Content).Text;
        Assert.Contains("<p>And then a marmot came by.</p>", html, StringComparison.Ordinal);
        Assert.InRange(html.Length, 0, 4000);
    }

    [Fact]
    public async Task Matches_are_turned_over_by_pages_the_latest_first()
    {
        var talk = string.Concat(Enumerable.Range(1, 120).Select(turn => $"**{(turn % 2 == 0 ? "Petra" : "Mira")}:** Oats of bin {turn}.\n\n"));
        await EditAsync("Oats.md", $"# Oats\n\n{talk}");
        await EditAsync("Oats.md", $"# Oats\n\n{talk.Replace("bin 77.", "the last bin of all.", StringComparison.Ordinal)}");

        var pages = new List<SyndicationFeed>();
        for (var url = "/feeds/search.atom?q=oats"; url is not null; url = pages[^1].LinkOf("next"))
        {
            pages.Add(await app.GetFeedAsync(url));
        }

        Assert.Equal([50, 50, 20], pages.Select(page => page.Items.Count()));
        Assert.Equal(120, pages.SelectMany(page => page.Items).Select(item => item.Id).Distinct().Count());
        Assert.Contains("the last bin", pages[0].Items.First().Summary.Text, StringComparison.Ordinal);
        Assert.Equal("/feeds/search.atom?q=oats", pages[1].LinkOf("previous"));
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/feeds/search.atom?q=oats&page=99"));
    }

    private async Task EditAsync(string name, string text)
    {
        await File.WriteAllTextAsync(Path.Combine(app.Transcripts, name), text);
        await ImportAsync(app);
    }

    /// <summary>On the next day.</summary>
    private async Task ImportAsync(WebApp one)
    {
        clock.Advance(TimeSpan.FromDays(1));
        await new LibraryImporter(one.Services.GetRequiredService<ILibraryWriter>(), clock).ImportAsync(one.Transcripts, 1, null, CancellationToken.None);
    }

    private static Dictionary<string, DateTimeOffset> Moments(SyndicationFeed feed) => feed.Items.ToDictionary(item => item.Id, item => item.LastUpdatedTime);

    /// <summary>The archives of a feed by their addresses, the latest first, as RFC 5005 says to follow them.</summary>
    private static async Task<Dictionary<string, SyndicationFeed>> ArchivesAsync(WebApp app, SyndicationFeed feed)
    {
        var archives = new Dictionary<string, SyndicationFeed>();
        var newer = default(string);
        for (var url = feed.LinkOf("prev-archive"); url is not null; url = archives[url].LinkOf("prev-archive"))
        {
            var archive = await app.GetFeedAsync(url);
            Assert.Equal((feed.Id, url, Episodes, newer), (archive.Id, archive.LinkOf("self"), archive.LinkOf("current"), archive.LinkOf("next-archive")));
            Assert.Contains(archive.ElementExtensions, extension => extension is { OuterName: "archive", OuterNamespace: "http://purl.org/syndication/history/1.0" });
            Assert.Equal(50, archive.Items.Count());
            archives.Add(url, archive);
            newer = url;
        }

        return archives;
    }
}
