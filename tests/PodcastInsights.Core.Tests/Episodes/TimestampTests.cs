using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Tests.Episodes;

public sealed class TimestampTests
{
    [Theory]
    [InlineData("1:05", 65_000)]
    [InlineData("01:02:03", 3_723_000)]
    [InlineData("4:12.50", 252_500)]
    [InlineData("00:00:01,000", 1_000)]
    [InlineData("75:00", 4_500_000)]      // minutes may run past the hour where no hour is written
    public void It_reads_clock_times(string text, long milliseconds)
    {
        Assert.True(Timestamp.TryParse(text, out var timestamp));
        Assert.Equal(milliseconds, timestamp.Milliseconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("65")]
    [InlineData("1:5")]
    [InlineData("1:65")]
    [InlineData("1:65:00")]
    [InlineData("1:00:00:00")]
    [InlineData("-1:00")]
    [InlineData("１:05")]
    public void It_refuses_the_rest(string text) => Assert.False(Timestamp.TryParse(text, out _));

    [Theory]
    [InlineData(65_999, "1:05")]
    [InlineData(3_723_000, "1:02:03")]
    public void It_prints_hours_only_where_there_are_any(long milliseconds, string text) =>
        Assert.Equal(text, new Timestamp(milliseconds).ToString());
}
