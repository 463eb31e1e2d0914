using Microsoft.Extensions.Logging.Abstractions;
using PodcastInsights.Core.Stores;
using PodcastInsights.Web.Observability;

namespace PodcastInsights.Web.Tests.Observability;

public sealed class ServerLogTests : IDisposable
{
    private static readonly StoreServer Primary = new("db1", true, true, 0);
    private static readonly StoreServer Standby = new("db2", true, false, 0);

    private readonly ServerLog log = new(null!, TimeProvider.System, NullLogger<ServerLog>.Instance);

    [Fact]
    public void What_stays_so_is_told_once()
    {
        Assert.Empty(News(Primary, Standby));

        Assert.Equal(["Information The database server db1 takes writes", "Information The database server db2 follows"], News(Primary, Standby));

        Assert.Empty(News(Primary, Standby));
    }

    [Fact]
    public void A_server_that_is_lost_is_told_with_its_reason_and_so_is_its_return()
    {
        News(Primary, Standby);
        News(Primary, Standby);
        var lost = Standby with { IsUp = false, Problem = "it is silent." };

        Assert.Equal(["Warning The database server db2 cannot be asked: it is silent."], [.. News(Primary, lost), .. News(Primary, lost)]);

        Assert.Equal(["Information The database server db2 follows"], [.. News(Primary, Standby), .. News(Primary, Standby)]);
    }

    [Fact]
    public void What_lasts_for_one_look_is_not_told()
    {
        News(Primary);
        News(Primary);

        Assert.Empty(News(Primary with { IsUp = false, Problem = "it is silent." }));
        Assert.Empty(News(Primary));
        Assert.Empty(News(Primary));
    }

    [Fact]
    public void A_server_that_left_a_reader_without_an_answer_is_told_though_it_is_up()
    {
        var odd = Standby with { Problem = "it is damaged." };

        Assert.Equal(
            ["Warning The database server db2 did not answer a reader, who asked another: it is damaged."], [.. News(odd), .. News(odd)]);
    }

    [Fact]
    public void A_standby_that_comes_no_nearer_is_told()
    {
        Assert.Contains(Enumerable.Repeat(3, 20).SelectMany(behind => News(Standby with { Behind = behind })), IsStanding);
        Assert.Contains(Enumerable.Range(3, 20).SelectMany(behind => News(Standby with { Name = "db4", Behind = behind })), IsStanding);

        // One that is behind a busy primary, and follows it.
        Assert.DoesNotContain(Enumerable.Range(3, 60).SelectMany(behind => News(Standby with { Name = "db3", Behind = behind % 7 })), IsStanding);

        static bool IsStanding(string news) => news.Contains("comes no nearer", StringComparison.Ordinal);
    }

    [Fact]
    public void Two_servers_that_take_writes_are_an_error()
    {
        Assert.StartsWith("Error 2 database servers take writes: db1, db2.", Assert.Single(News(Primary, Standby with { TakesWrites = true })), StringComparison.Ordinal);

        Assert.DoesNotContain(News(Primary, Standby with { TakesWrites = true }), news => news.StartsWith("Error", StringComparison.Ordinal));
    }

    public void Dispose() => log.Dispose();

    private List<string> News(params StoreServer[] servers) => [.. log.News(servers).Select(news => $"{news.Level} {news.Sentence}")];
}
