using PodcastInsights.Core.Search.Naming;
using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Search.Beginnings;

public sealed class OtherQueriesTests
{
    private static readonly OtherQueries Others = new(
        SampleNames.Corpus(new SampleEpisode("Bells", "Ada Quill", "Bo Lantern")),
        new Vocabulary([new("lantern", 9), new("market", 9), new("product", 9), new("tide", 9)]));

    [Theory]
    [InlineData("\"product market\"", "WithoutQuotes: product market")]
    [InlineData("NEAR(product market, 3)", "WithoutQuotes: product market")]
    [InlineData("product speaker:quill", "WithoutFilters: product")]
    [InlineData("\"prodduct market\" speaker:quill",
        "Corrected: speaker:quill \"product market\"|WithoutQuotes: speaker:quill product market|WithoutFilters: \"product market\"|MostWords: product market")]
    [InlineData("speaker:\"ada quil\"", "Corrected: speaker:\"Ada Quill\"")]
    [InlineData("product -market", "MostWords: product")]
    [InlineData("product xylophone", "MostWords: product")]             // nobody says it, and nothing is like it
    [InlineData("product OR market", "")]                                // nothing to leave out
    [InlineData("product", "")]
    [InlineData("speaker:quill", "")]
    [InlineData("\"数字会议\"", "WithoutQuotes: 数字会议")]
    [InlineData("", "")]
    public void A_query_has_alternatives(string typed, string others) =>
        Assert.Equal(others, string.Join('|', Others.Of(SearchQuery.Parse(typed), literal: false).Select(static one => $"{one.Kind}: {one.Text}")));

    [Fact]
    public void What_was_to_be_found_exactly_may_be_found_otherwise() =>
        Assert.Contains((OtherSearchKind.Corrected, "lantern"), Others.Of(SearchQuery.Parse("lanterm"), literal: true));

    [Fact]
    public void A_query_of_unusual_size_has_none()
    {
        foreach (var typed in (string[])[
            string.Join(' ', Enumerable.Repeat("\"a b\"", 30)),
            $"\"{new string('a', 300)}\"",
            string.Join(' ', Enumerable.Repeat("speaker:quill", 9)) + " \"product market\"",
            string.Concat(Enumerable.Repeat("(\"a b\" OR ", 40))])
        {
            Assert.Empty(Others.Of(SearchQuery.Parse(typed), literal: false));
        }
    }

    [Fact]
    public void No_query_has_more_than_four()
    {
        foreach (var typed in (string[])["\"prodduct tidee\" -\"x y\" NEAR(a b) speaker:quil year:2024", "a \"b c\" OR (d -e) topic:x", "-\"a b\""])
        {
            var others = Others.Of(SearchQuery.Parse(typed), literal: true);
            Assert.InRange(others.Count, 0, 4);
            Assert.All(others, static other => Assert.Empty(SearchQuery.Parse(other.Text).Hints));
        }
    }
}
