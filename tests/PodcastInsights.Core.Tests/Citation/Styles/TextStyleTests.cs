using PodcastInsights.Core.Citation.Styles;

namespace PodcastInsights.Core.Tests.Citation.Styles;

public sealed class TextStyleTests
{
    private const string Url = "https://podcasts.example/episodes/rosa-lind/turns/12-1jc4k0?w=3-9-abc123";
    private const string ChineseUrl = "https://podcasts.example/zh/episodes/x/turns/4-1jc4k0";

    [Theory]
    [InlineData(
        "APA 7",
        $"Holm, P. (Host). (2024, February 8). How lighthouses learn [Audio podcast episode]. In The Tide Table. {Url}",
        "Rosa Lind (Holm, 2024, 12:34)")]
    [InlineData(
        "MLA 9",
        $"Holm, Petra, host. “How lighthouses learn.” The Tide Table, 8 Feb. 2024, {Url}.",
        "(Rosa Lind, qtd. in Holm 00:12:34)")]
    [InlineData(
        "Chicago 18",
        $"Holm, Petra, host. The Tide Table. Podcast. “How lighthouses learn.” February 8, 2024. {Url}.",
        $"Petra Holm, host, The Tide Table, podcast, “How lighthouses learn,” February 8, 2024, at 12:34, Rosa Lind speaking, {Url}.")]
    public void A_guest_is_named_where_the_words_stand(string style, string entry, string place) =>
        Assert.Equal((entry, place), Written(style, References.English));

    [Theory]
    [InlineData(
        "APA 7",
        $"海潮生 (Host). (2023, September 30). 木船会说话吗？ [Audio podcast episode]. In 潮汐时刻. {ChineseUrl}",
        "林晓雨 (海潮生, 2023, 1:05:05)")]
    [InlineData(
        "MLA 9",
        $"海潮生, host. “木船会说话吗？” 潮汐时刻, 30 Sept. 2023, {ChineseUrl}.",
        "(林晓雨, qtd. in 海潮生 01:05:05)")]
    [InlineData(
        "Chicago 18",
        $"海潮生, host. 潮汐时刻. Podcast. “木船会说话吗？” September 30, 2023. {ChineseUrl}.",
        $"海潮生, host, 潮汐时刻, podcast, “木船会说话吗？” September 30, 2023, at 1:05:05, 林晓雨 speaking, {ChineseUrl}.")]
    public void Chinese_names_keep_their_order(string style, string entry, string place) =>
        Assert.Equal((entry, place), Written(style, References.Chinese));

    [Theory]
    [InlineData("APA 7", $"How lighthouses learn [Audio podcast episode]. (n.d.). {Url}", "(“How lighthouses learn”, n.d.)")]
    [InlineData("MLA 9", $"“How lighthouses learn.” {Url}.", "(“How lighthouses learn”)")]
    [InlineData("Chicago 18", $"Podcast. “How lighthouses learn.” {Url}.", $"podcast, “How lighthouses learn,” {Url}.")]
    public void What_is_not_known_is_left_out(string style, string entry, string place) =>
        Assert.Equal(
            (entry, place),
            Written(style, References.English with { Hosts = [], Guests = [], Speakers = [], Show = null, Date = null, Time = null }));

    [Theory]
    [InlineData("APA 7", "Holm, P., & Reed, T. (Hosts).", "(Holm & Reed, 2024, 12:34)")]
    [InlineData("MLA 9", "Holm, Petra, and Tom Reed, hosts.", "(Holm and Reed 00:12:34)")]
    [InlineData("Chicago 18", "Holm, Petra, and Tom Reed, hosts.", "Petra Holm and Tom Reed, hosts, The Tide Table,")]
    public void Two_hosts_are_both_named(string style, string entry, string place) => AssertBegin(style, 2, entry, place);

    [Theory]
    [InlineData("APA 7", "Holm, P., Reed, T., & 林晓雨 (Hosts).", "(Holm et al., 2024, 12:34)")]
    [InlineData("MLA 9", "Holm, Petra, et al., hosts.", "(Holm et al. 00:12:34)")]
    [InlineData("Chicago 18", "Holm, Petra, Tom Reed, and 林晓雨, hosts.", "Petra Holm et al., hosts,")]
    public void Three_hosts_are_listed_and_shortened(string style, string entry, string place) => AssertBegin(style, 3, entry, place);

    private static void AssertBegin(string style, int hosts, string entry, string place)
    {
        PersonName[] names = [PersonName.Of("Petra Holm"), PersonName.Of("Tom Reed"), PersonName.Of("林晓雨")];
        var written = Written(style, References.English with { Hosts = names[..hosts], Speakers = [names[0]] });
        Assert.StartsWith(entry, written.Entry, StringComparison.Ordinal);
        Assert.StartsWith(place, written.Place, StringComparison.Ordinal);
    }

    private static (string Entry, string Place) Written(string name, Reference reference)
    {
        var style = TextStyle.All.Single(style => style.Name == name);
        return (style.Entry(reference), style.Place(reference));
    }
}
