namespace PodcastInsights.Web.Tests.Fetching;

/// <summary>What a fetch does with the files in its folder: its own, its owner's and those of other feeds.</summary>
public sealed class FetchedFolderTests : IAsyncLifetime
{
    private const string Rope = "2030-03-05 Rope.vtt";

    private FeedHost host = null!;

    public async ValueTask InitializeAsync() => host = await FeedHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Changed_words_replace_those_that_a_fetch_has_written()
    {
        host.OnFeed(FeedHost.ItemOf("rope", "Rope", "/rope.vtt"));
        host.On("/rope.vtt", Talks.PlainVtt, tag: "\"a\"");
        await host.FetchAsync();
        host.On("/rope.vtt", Talks.VoicedVtt, tag: "\"b\"");

        Assert.Equal(0, await host.FetchAsync());
        Assert.Equal(Talks.PlainVtt, host.TextOf(Rope));
        Assert.Equal(0, await host.FetchAsync("--recheck"));
        Assert.Equal(Talks.VoicedVtt, host.TextOf(Rope));
        Assert.Contains($"changed  {Rope}", host.Output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await host.FetchAsync("--recheck"));
        Assert.Contains("1 unchanged", host.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_kind_of_transcript_takes_the_place_of_the_former()
    {
        host.OnFeed(FeedHost.ItemOf("rope", "Rope", "/rope.txt"));
        host.On("/rope.txt", Talks.Text);
        host.On("/rope.json", Talks.Json);
        await host.FetchAsync();
        Assert.Equal(["2030-03-05 Rope.txt"], host.Files);

        host.OnFeed(FeedHost.ItemOf("rope", "Rope", "/rope.txt", "/rope.json"));
        Assert.Equal(0, await host.FetchAsync());

        Assert.Equal(["2030-03-05 Rope.json"], host.Files);
        Assert.Equal("2030-03-05 Rope.json", host.Catalogue()["episodes"]!.AsArray().Single()!["file"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_the_owner_has_changed_stays()
    {
        host.OnFeed(FeedHost.ItemOf("rope", "Rope", "/rope.vtt"));
        host.On("/rope.vtt", Talks.VoicedVtt);
        await host.FetchAsync();
        var mended = Talks.VoicedVtt.Replace("Mara Voss", "Mara V. Voss", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(host.Folder, Rope), mended, Cancellation);
        host.OnFeed(FeedHost.ItemOf("rope", "Rope, again", "/rope.vtt"));
        host.TakeRequests();

        Assert.Equal(0, await host.FetchAsync("--recheck"));

        Assert.Equal(mended, host.TextOf(Rope));
        Assert.Equal(["pods.test/feed.xml"], host.TakeRequests());
        Assert.Contains($"kept     {Rope}", host.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_owner_has_changed_in_the_catalogue_stays_while_the_feed_says_the_same()
    {
        host.OnFeed(FeedHost.ItemOf("rope", "Rope", "/rope.vtt"));
        host.On("/rope.vtt", Talks.VoicedVtt);
        await host.FetchAsync();
        var catalogue = host.Catalogue();
        catalogue["episodes"]![0]!["title"] = "My own title";
        await File.WriteAllTextAsync(Path.Combine(host.Folder, "index.json"), catalogue.ToJsonString(), Cancellation);

        await host.FetchAsync("--recheck");
        Assert.Equal("My own title", host.Entry(Rope)["title"]!.GetValue<string>());

        host.OnFeed(FeedHost.ItemOf("rope", "Rope and tide", "/rope.vtt"));
        await host.FetchAsync();
        Assert.Equal("Rope and tide", host.Entry(Rope)["title"]!.GetValue<string>());
        Assert.Equal([Rope], host.Files);
    }

    [Fact]
    public async Task Files_that_were_there_are_not_touched()
    {
        Directory.CreateDirectory(host.Folder);
        await File.WriteAllTextAsync(Path.Combine(host.Folder, "2030-03-05 ROPE.md"), "Mine.", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(host.Folder, "2030-03-05 Tide.vtt"), "Mine.", Cancellation);
        host.OnFeed(FeedHost.ItemOf("rope", "Rope", "/rope.vtt") + FeedHost.ItemOf("tide", "Tide", "/tide.vtt"));
        host.On("/rope.vtt", Talks.VoicedVtt);
        host.On("/tide.vtt", Talks.VoicedVtt);

        Assert.Equal(0, await host.FetchAsync());

        Assert.Equal(4, host.Files.Count());
        Assert.Equal("Mine.", host.TextOf("2030-03-05 ROPE.md"));
        Assert.Equal("Mine.", host.TextOf("2030-03-05 Tide.vtt"));
        Assert.Matches("2030-03-05 Rope [0-9a-f]{12}.vtt", string.Join(' ', host.Files));
    }

    [Theory]
    [InlineData("""[{"file": "a.md", "title": "Mine"}]""")]
    [InlineData("""{"madeBy": "me", "episodes": []}""")]
    [InlineData("{")]
    public async Task A_folder_with_another_programs_catalogue_is_rejected(string catalogue)
    {
        Directory.CreateDirectory(host.Folder);
        await File.WriteAllTextAsync(Path.Combine(host.Folder, "index.json"), catalogue, Cancellation);
        host.OnFeed(FeedHost.ItemOf("rope", "Rope", "/rope.vtt"));

        Assert.Equal(2, await host.FetchAsync());

        Assert.Equal(catalogue, host.TextOf("index.json"));
        Assert.Empty(host.Requests);
        Assert.Contains("has an index.json that is not of a fetch", host.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_its_state_finds_its_files_again()
    {
        host.OnFeed(FeedHost.ItemOf("rope", "Rope", "/rope.vtt") + FeedHost.ItemOf("rope 2", "Rope", "/rope2.vtt"));
        host.On("/rope.vtt", Talks.VoicedVtt);
        host.On("/rope2.vtt", Talks.PlainVtt);
        await host.FetchAsync();
        var files = host.Files.ToList();
        Assert.Equal(2, files.Count);
        File.Delete(Path.Combine(host.Folder, ".fetch.json"));
        await File.WriteAllTextAsync(Path.Combine(host.Folder, ".fetch-0123.part"), "half", Cancellation);

        Assert.Equal(0, await host.FetchAsync());

        Assert.Equal(files, host.Files);
    }

    [Fact]
    public async Task A_file_that_is_gone_is_fetched_again()
    {
        host.OnFeed(FeedHost.ItemOf("rope", "Rope", "/rope.vtt"), tag: "\"1\"");
        host.On("/rope.vtt", Talks.VoicedVtt, tag: "\"a\"");
        await host.FetchAsync();
        File.Delete(Path.Combine(host.Folder, Rope));

        Assert.Equal(0, await host.FetchAsync());

        Assert.Equal([Rope], host.Files);
    }

    [Fact]
    public async Task Two_episodes_with_one_title_on_one_day_are_two_files()
    {
        host.OnFeed(FeedHost.ItemOf("a", "Rope", "/a.vtt") + FeedHost.ItemOf("b", "ROPE", "/b.vtt"));
        host.On("/a.vtt", Talks.VoicedVtt);
        host.On("/b.vtt", Talks.VoicedVtt);

        Assert.Equal(0, await host.FetchAsync());
        Assert.Equal(2, host.Files.Count());
        Assert.Equal(2, host.Files.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        var files = host.Files.ToList();
        Assert.Equal(0, await host.FetchAsync("--recheck"));
        Assert.Equal(files, host.Files);
    }

    [Fact]
    public async Task An_episode_with_another_id_keeps_its_file()
    {
        host.OnFeed(FeedHost.ItemOf("https://old.example/1", "Rope", "/rope.vtt"));
        host.On("/rope.vtt", Talks.VoicedVtt);
        await host.FetchAsync();
        host.OnFeed(FeedHost.ItemOf("urn:new:1", "Rope, moved", "/rope.vtt"));

        Assert.Equal(0, await host.FetchAsync());

        Assert.Equal([Rope], host.Files);
    }

    [Fact]
    public async Task Two_feeds_share_a_folder()
    {
        host.OnFeed(FeedHost.ItemOf("1", "Rope", "/a.vtt"));
        host.On("/other.xml", FeedHost.FeedOf(FeedHost.ItemOf("1", "Rope", "/b.vtt")));
        host.On("/a.vtt", Talks.VoicedVtt);
        host.On("/b.vtt", Talks.PlainVtt);

        Assert.Equal(0, await host.FetchAsync());
        Assert.Equal(0, await host.FetchAsync(host.Address + "/other.xml", []));
        Assert.Equal(0, await host.FetchAsync("--recheck"));

        Assert.Equal(2, host.Files.Count());
        Assert.Equal(2, host.Catalogue()["episodes"]!.AsArray().Count);
    }

    [Fact]
    public async Task Only_one_fetch_at_a_time_is_at_work_in_a_folder()
    {
        Directory.CreateDirectory(host.Folder);
        host.OnFeed(FeedHost.ItemOf("rope", "Rope", "/rope.vtt"));
        await using (new FileStream(Path.Combine(host.Folder, ".fetch.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal(1, await host.FetchAsync());
        }

        Assert.Contains("another fetch is at work in it", host.Output.ToString(), StringComparison.Ordinal);
        Assert.Empty(host.Requests);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
