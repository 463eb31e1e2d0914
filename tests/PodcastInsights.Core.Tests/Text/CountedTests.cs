namespace PodcastInsights.Core.Tests.Text;

public sealed class CountedTests
{
    [Theory]
    [InlineData(0, "0 files")]
    [InlineData(1, "1 file")]
    [InlineData(2, "2 files")]
    [InlineData(1200, "1200 files")]
    public void A_noun_is_singular_after_one_alone(int count, string expected) => Assert.Equal(expected, Counted.Of(count, "file"));
}
