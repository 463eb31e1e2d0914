using PodcastInsights.Web.Rendering.Views;

namespace PodcastInsights.Web.Tests.Rendering.Views;

public sealed class PagerTests
{
    [Theory]
    [InlineData(1, 1, "1")]
    [InlineData(1, 3, "1 2 3")]
    [InlineData(1, 20, "1 2 3 … 20")]
    [InlineData(4, 20, "1 2 3 4 5 6 … 20")]
    [InlineData(5, 20, "1 2 3 4 5 6 7 … 20")]       // one page takes no more room than its sign
    [InlineData(10, 20, "1 … 8 9 10 11 12 … 20")]
    [InlineData(20, 20, "1 … 18 19 20")]
    [InlineData(25, 20, "1 … 20")]                  // past the end
    public void The_first_the_last_and_the_pages_around_are_named(int current, int last, string numbers) =>
        Assert.Equal(numbers, string.Join(' ', new Pager(current, last).Numbers.Select(number => number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "…")));
}
