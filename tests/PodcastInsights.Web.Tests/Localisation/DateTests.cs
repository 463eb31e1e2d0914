using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Tests.Localisation;

public sealed class DateTests
{
    [Theory]
    [InlineData("en", "8 February 2024")]
    [InlineData("zh", "2024年2月8日")]
    [InlineData("ja", "2024年2月8日")]
    [InlineData("de", "8. Februar 2024")]
    [InlineData("fr", "8 février 2024")]
    [InlineData("qqq", "2024-02-08")] // nobody's language
    public void A_date_is_written_as_its_language_writes_it(string language, string written) =>
        Assert.Equal(written, Wording.DateIn(language, new DateOnly(2024, 2, 8)));

    [Theory]
    [InlineData("th")] // where years are counted from Buddha
    [InlineData("fa")]
    [InlineData("ar")]
    [InlineData("he")]
    public void The_year_is_the_one_that_all_readers_know(string language) =>
        Assert.Contains("2024", Wording.DateIn(language, new DateOnly(2024, 2, 8)), StringComparison.Ordinal);
}
