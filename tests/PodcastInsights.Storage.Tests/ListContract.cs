using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Tests;

public abstract class ListContract(StoreEngine engine) : StoreContract(engine)
{
    private static readonly Sample[] Library =
    [
        new("Anvil") { Title = "The Anvil", PublishedOn = new DateOnly(2021, 5, 1), DurationSeconds = 100, Topics = ["Machine Learning"] },
        new("Bellows") { Title = "bellows", PublishedOn = new DateOnly(2023, 5, 1), Topics = ["machine learning", "Craft"] },
        new("Chisel") { Title = "Çhisel für ÄRZTE", PublishedOn = new DateOnly(2023, 5, 1), DurationSeconds = 300 },
        new("Drill")
        {
            Title = "Drill",
            Guest = "Ólafur Jónsson",
            Turns = [("Ólafur Jónsson", ["Many more words are said here than elsewhere."])],
        },
        new("Easel") { Title = "An easel", DurationSeconds = 300 },
    ];

    [Theory]
    [InlineData(EpisodeOrder.Newest, "bellows chisel anvil easel drill")]    // one day: by slug; undated: by title
    [InlineData(EpisodeOrder.Oldest, "anvil bellows chisel easel drill")]
    [InlineData(EpisodeOrder.Title, "easel bellows drill anvil chisel")]
    [InlineData(EpisodeOrder.Longest, "chisel easel anvil bellows drill")]   // no duration: by words
    public async Task Episodes_come_in_the_order_asked_for(EpisodeOrder order, string slugs)
    {
        await WriteAsync(Library);

        Assert.Equal(slugs, await ListAsync(new EpisodeListQuery(Order: order)));
    }

    [Theory]
    [InlineData("anvil", "anvil")]
    [InlineData("drill anvil bellows", "bellows anvil drill")]     // in the order of the list
    [InlineData("drill nobody", "drill")]                          // one that is gone
    [InlineData("", "")]
    public async Task Only_those_that_were_chosen_are_listed(string among, string slugs)
    {
        await WriteAsync(Library);

        Assert.Equal(slugs, await ListAsync(new EpisodeListQuery(Among: Slugs(among))));
    }

    [Fact]
    public async Task One_episode_is_found_as_the_list_has_it()
    {
        await WriteAsync(Library);

        var listed = (await Reader.ListAsync(new EpisodeListQuery(Among: Slugs("drill")), None)).Items.Single();
        var found = (await Reader.FindSummaryAsync(EpisodeSlug.From("Drill"), None))!;

        Assert.Equal((listed.Slug, listed.TurnCount, listed.WordCount), (found.Slug, found.TurnCount, found.WordCount));
        Assert.Equal(listed.Titles, found.Titles);
        Assert.Equal(listed.Guests, found.Guests);
        Assert.Null(await Reader.FindSummaryAsync(EpisodeSlug.From("Dril"), None));
    }

    [Theory]
    [InlineData(1, "bellows chisel")]
    [InlineData(3, "drill")]
    [InlineData(4, "")]
    [InlineData(int.MaxValue, "")]
    public async Task Pages_part_the_list_and_know_the_total(int number, string slugs)
    {
        await WriteAsync(Library);

        var page = await Reader.ListAsync(new EpisodeListQuery(number, PageSize: 2), None);

        Assert.Equal((5, number, 2), (page.Total, page.Number, page.Size));
        Assert.Equal(slugs, string.Join(' ', page.Items.Select(item => item.Slug)));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 0)]
    public async Task A_page_that_cannot_be_is_refused(int number, int size) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Reader.ListAsync(new EpisodeListQuery(number, size), None));

    [Fact]
    public async Task Pages_part_what_was_chosen()
    {
        await WriteAsync(Library);

        var page = await Reader.ListAsync(new EpisodeListQuery(2, PageSize: 2, EpisodeOrder.Oldest, Slugs("anvil drill easel")), None);

        Assert.Equal((3, 2, 2), (page.Total, page.Number, page.Size));
        Assert.Equal("drill", Assert.Single(page.Items).Slug.Value);
    }

    private static List<EpisodeSlug> Slugs(string among) =>
        [.. among.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(EpisodeSlug.From)];

    private async Task<string> ListAsync(EpisodeListQuery query)
    {
        var page = await Reader.ListAsync(query, None);
        Assert.Equal(page.Total, page.Items.Count);
        return string.Join(' ', page.Items.Select(item => item.Slug));
    }
}
