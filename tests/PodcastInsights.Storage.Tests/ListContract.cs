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
    [InlineData(EpisodeOrder.Title, "easel bellows drill anvil chisel")]
    [InlineData(EpisodeOrder.Longest, "chisel easel anvil bellows drill")]   // no duration: by words
    public async Task Episodes_come_in_the_order_asked_for(EpisodeOrder order, string slugs)
    {
        await WriteAsync(Library);

        Assert.Equal(slugs, await ListAsync(new EpisodeListQuery(Order: order)));
    }

    [Theory]
    [InlineData("anvil", "anvil")]
    [InlineData("ärzte", "chisel")]
    [InlineData("FÜR  ärzte ", "chisel")]
    [InlineData("ÓLAFUR", "drill")]
    [InlineData("drill ólafur", "")]                // no match runs from one name into the next
    [InlineData("%", "")]
    [InlineData("_", "")]
    [InlineData("' OR 1=1 --", "")]
    [InlineData("", "bellows chisel anvil easel drill")]
    [InlineData("  ", "bellows chisel anvil easel drill")]
    [InlineData("\ud800", "")]                      // half a surrogate pair
    [InlineData("a\0b", "")]
    public async Task Episodes_are_found_by_a_part_of_title_or_guest(string typed, string slugs)
    {
        await WriteAsync(Library);

        Assert.Equal(slugs, await ListAsync(new EpisodeListQuery(TitleContains: typed)));
    }

    [Theory]
    [InlineData("Machine learning", "bellows anvil")]
    [InlineData("craft", "bellows")]
    [InlineData("learning", "")]
    public async Task Episodes_are_found_by_topic_whatever_its_case(string topic, string slugs)
    {
        await WriteAsync(Library);

        Assert.Equal(slugs, await ListAsync(new EpisodeListQuery(Topic: topic)));
    }

    [Theory]
    [InlineData(2023, "bellows chisel")]
    [InlineData(2022, "")]
    [InlineData(-1, "")]
    [InlineData(12021, "")]
    public async Task Episodes_are_found_by_year(int year, string slugs)
    {
        await WriteAsync(Library);

        Assert.Equal(slugs, await ListAsync(new EpisodeListQuery(Year: year)));
    }

    [Fact]
    public async Task One_episode_is_found_as_the_list_has_it()
    {
        await WriteAsync(Library);

        var listed = (await Reader.ListAsync(new EpisodeListQuery(TitleContains: "drill"), None)).Items.Single();
        var found = (await Reader.FindSummaryAsync(EpisodeSlug.From("Drill"), None))!;

        Assert.Equal((listed.Slug, listed.TurnCount, listed.WordCount), (found.Slug, found.TurnCount, found.WordCount));
        Assert.Equal((listed.Titles, listed.Guests), (found.Titles, found.Guests));
        Assert.Null(await Reader.FindSummaryAsync(EpisodeSlug.From("Dril"), None));
    }

    [Fact]
    public async Task Filters_hold_together()
    {
        await WriteAsync(Library);

        Assert.Equal("anvil", await ListAsync(new EpisodeListQuery(Topic: "machine learning", Year: 2021, TitleContains: "ANV")));
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

    private async Task<string> ListAsync(EpisodeListQuery query)
    {
        var page = await Reader.ListAsync(query, None);
        Assert.Equal(page.Total, page.Items.Count);
        return string.Join(' ', page.Items.Select(item => item.Slug));
    }
}
