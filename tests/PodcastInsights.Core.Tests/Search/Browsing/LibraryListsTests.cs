using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Naming;

namespace PodcastInsights.Core.Search.Browsing;

public sealed class LibraryListsTests
{
    private static readonly LibraryLists Lists = SampleNames.Corpus(
        new("Anvil", "Tomer Cohen", "Bo Lantern", Date: "2021-05-01", Show: "The Forge") { Topics = ["Machine Learning"] },
        new("Bellows", "Bo Lantern", "Cy Marsh", Date: "2023-05-01", Show: "the  forge") { Topics = ["machine learning", "Craft"] },
        new("Çhisel für ÄRZTE", "唐鳳", Chinese: "医生的凿子", Date: "2023-09-01", Show: "Tide Table"),
        new("Gone", "Tomer Cohen") { Gone = true }).Lists;

    [Theory]
    [InlineData("anvil", "anvil")]
    [InlineData("anv", "anvil")]
    [InlineData("arzte", "chisel-fur-arzte")]       // accents, case
    [InlineData("für ch", "chisel-fur-arzte")]      // in any order
    [InlineData("唐凤", "chisel-fur-arzte")]         // script form
    [InlineData("醫生", "chisel-fur-arzte")]
    [InlineData("tomer cohn", "anvil")]             // a slip in a name
    [InlineData("belows", "bellows")]
    [InlineData("bo", "anvil bellows")]             // whoever speaks
    [InlineData("anvil tomer", "")]                 // no name runs into the next
    [InlineData("tomer chn", "")]                   // two slips
    [InlineData("gone", "")]
    [InlineData("%", "")]
    [InlineData("\ud800", "")]
    public void Episodes_are_found_by_title_or_name(string typed, string slugs) => Assert.Equal(slugs, Find(new EpisodeFilter(typed)));

    [Fact]
    public void Episodes_are_narrowed_by_what_is_known_of_them()
    {
        Assert.Null(Lists.Episodes(new EpisodeFilter()).Among);
        Assert.Equal("bellows chisel-fur-arzte", Find(new EpisodeFilter(Year: 2023)));
        Assert.Equal("chisel-fur-arzte", Find(new EpisodeFilter(Language: "zh")));
        Assert.Equal("anvil bellows", Find(new EpisodeFilter(Show: "THE FORGE")));
        Assert.Equal("anvil bellows", Find(new EpisodeFilter(Topic: "machine-learning")));
        Assert.Equal("anvil bellows", Find(new EpisodeFilter(Speaker: EpisodeSlug.From("Bo Lantern"))));
        Assert.Equal("bellows", Find(new EpisodeFilter("bo", Year: 2023, Show: "The Forge")));
        Assert.Equal("", Find(new EpisodeFilter(Year: 1999)));
        Assert.Equal("", Find(new EpisodeFilter(Speaker: EpisodeSlug.From("Nobody"))));
    }

    [Fact]
    public void The_role_is_that_of_the_one_who_is_named()
    {
        Assert.Equal("anvil", Find(new EpisodeFilter("bo", SpeakerRole.Host)));
        Assert.Equal("bellows", Find(new EpisodeFilter("bo", SpeakerRole.Guest)));
        Assert.Equal("anvil", Find(new EpisodeFilter(Role: SpeakerRole.Host, Speaker: EpisodeSlug.From("Bo Lantern"))));
        Assert.Equal("anvil bellows", Find(new EpisodeFilter(Role: SpeakerRole.Host)));
        Assert.Equal("", Find(new EpisodeFilter("anvil", SpeakerRole.Guest)));
    }

    [Fact]
    public void What_there_is_to_choose_is_known()
    {
        var chosen = Lists.Episodes(new EpisodeFilter(Speaker: EpisodeSlug.From("tomer-cohen")));

        Assert.Equal([2023, 2021], chosen.Choices.Years);
        Assert.Equal(["en", "zh"], chosen.Choices.Languages);
        Assert.Equal(["The Forge", "Tide Table"], chosen.Choices.Shows);
        Assert.True(chosen.Choices.HasRoles);
        Assert.Equal("Tomer Cohen", chosen.SpeakerName);
        Assert.Empty(SampleNames.Corpus().Lists.Choices.Years);
    }

    [Theory]
    [InlineData("tomer cohn", null, "tomer-cohen")]
    [InlineData("唐凤", null, "唐鳳")]
    [InlineData(null, SpeakerRole.Host, "bo-lantern cy-marsh")]
    [InlineData("bo", SpeakerRole.Guest, "bo-lantern")]
    [InlineData("cy", SpeakerRole.Guest, "")]
    public void Speakers_are_found_by_name_and_role(string? typed, SpeakerRole? role, string slugs) => Assert.Equal(
        slugs, string.Join(' ', Lists.Speakers(new SpeakerFilter(typed, role)).Among!.Select(static slug => slug.Value).Order(StringComparer.Ordinal)));

    private static string Find(EpisodeFilter filter) =>
        string.Join(' ', Lists.Episodes(filter).Among!.Select(static slug => slug.Value).Order(StringComparer.Ordinal));
}
