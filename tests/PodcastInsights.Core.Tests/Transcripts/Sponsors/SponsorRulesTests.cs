using PodcastInsights.Core.Transcripts.Sponsors;

namespace PodcastInsights.Core.Tests.Transcripts.Sponsors;

public sealed class SponsorRulesTests
{
    public static TheoryData<int> Rows() => [.. Enumerable.Range(0, SponsorRules.Table.Count)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_rule_matches_its_example(int row) =>
        Assert.True(SponsorRules.Table[row].Matches(SponsorRules.Table[row].Example), SponsorRules.Table[row].Example);

    [Theory]
    [MemberData(nameof(Rows))]
    public void No_rule_matches_its_counterexample(int row) =>
        Assert.False(SponsorRules.Table[row].Matches(SponsorRules.Table[row].Counterexample), SponsorRules.Table[row].Counterexample);

    [Fact]
    public void Every_rule_states_a_cause_of_its_own() =>
        Assert.Equal(
            SponsorRules.Table.Count,
            SponsorRules.Table.Select(rule => rule.Cause).Where(cause => cause.EndsWith('.')).Distinct().Count());

    [Theory]
    [InlineData("Join our listeners' community and meet Ida.")]
    [InlineData("Become a member of my Lantern newsletter.")]
    [InlineData("Check out our job board.")]
    public void What_a_show_offers_itself_is_known_by_whose_it_is(string sentence) =>
        Assert.Equal(SponsorSign.House, SponsorRules.Read(sentence, SponsorSign.House));

    [Theory]
    [InlineData("I write my newsletter in Palisade.")] // a customer's praise
    [InlineData("Join their community of builders.")]
    public void What_somebody_else_offers_is_not_the_shows(string sentence) =>
        Assert.Equal(SponsorSign.None, SponsorRules.Read(sentence, SponsorSign.House));

    [Fact]
    public void Every_sign_has_a_rule() =>
        Assert.Equal(
            Enum.GetValues<SponsorSign>().Where(sign => sign != SponsorSign.None),
            SponsorRules.Table.Select(rule => rule.Sign).Distinct().Order());

    [Theory]
    [InlineData("This episode is brought to you by Palisade, the wall for your data.", "Palisade")]
    [InlineData("This episode is brought to you by the Northern Lights Summit, a day for planners.", "Northern Lights Summit")]
    [InlineData("Today's episode is brought to you by Kettle & Crane. They make tea.", "Kettle & Crane")]
    [InlineData("This episode is brought to you by our friends at Palisade Cloud.", "Palisade Cloud")]
    [InlineData("This episode is brought to you by bricks.example, who build things.", "bricks.example")]
    [InlineData("This episode is brought to you by Owl AI helping teams see at night.", "Owl AI")]
    [InlineData("This episode is brought to you by Palisade's new fence.", "Palisade")]
    [InlineData("This episode is brought to you by a lot of coffee.", null)] // nobody's name
    public void An_opener_names_its_sponsor_without_the_clause_behind_it(string sentence, string? name) =>
        Assert.Equal(name, SponsorRules.NameAfter(SponsorSign.Opener, sentence)?.Name);

    [Theory]
    [InlineData("With us is Ida Brandt, founder and CEO of Norrland, one of our sponsors.", "Norrland")]
    [InlineData("Ida Brandt from Norrland, one of our sponsors, is here.", "Norrland")]
    [InlineData("She is the founder of nothing in particular.", null)]
    public void A_presentation_names_the_company(string sentence, string? name) =>
        Assert.Equal(name, SponsorRules.CompanyIn(sentence)?.Name);
}
