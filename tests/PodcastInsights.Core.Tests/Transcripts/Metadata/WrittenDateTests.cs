using System.Globalization;
using PodcastInsights.Core.Transcripts.Metadata;

namespace PodcastInsights.Core.Tests.Transcripts.Metadata;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("2030-03-05", "2030-03-05")]
    [InlineData("2030-3-5", "2030-03-05")]
    [InlineData("2030/03/05", "2030-03-05")]
    [InlineData("2030.03.05", "2030-03-05")]
    [InlineData("20300305", "2030-03-05")]
    [InlineData("2030-03-05T10:00:00+02:00", "2030-03-05")]
    [InlineData("2030-03-05 10:00", "2030-03-05")]
    [InlineData("March 5, 2030", "2030-03-05")]
    [InlineData("Mar. 5th 2030", "2030-03-05")]
    [InlineData("5 March 2030", "2030-03-05")]
    [InlineData("Tuesday, March 5, 2030", "2030-03-05")]
    [InlineData("Tue, 05 Mar 2030 10:00:00 GMT", "2030-03-05")]
    [InlineData("5th of September, 2030", "2030-09-05")]
    [InlineData("5.3.2030", "2030-03-05")]
    [InlineData("25/03/2030", "2030-03-25")]
    [InlineData("3/25/2030", "2030-03-25")]
    [InlineData("2030年3月5日", "2030-03-05")]
    [InlineData("5/3/2030", null)]           // the fifth of March, or the third of May
    [InlineData("2030-02-30", null)]
    [InlineData("2030-13-01", null)]
    [InlineData("March 2030", null)]
    [InlineData("12345678", null)]
    [InlineData("203003051", null)]
    [InlineData("2030-03/05", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    public void A_date_is_read_where_it_can_be_but_one(string text, string? date) =>
        Assert.Equal(date, WrittenDate.Of(text)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("1:02:03", 3723)]
    [InlineData("62:03", 3723)]
    [InlineData("00:45", 45)]
    [InlineData("3722.6", 3723)]
    [InlineData("PT1H2M3S", 3723)]
    [InlineData("1h 2m 3s", 3723)]
    [InlineData("62 min", 3720)]
    [InlineData("1 hour, 2 minutes", 3720)]
    [InlineData("2 hrs", 7200)]
    [InlineData("-5", null)]
    [InlineData("NaN", null)]
    [InlineData("1e300", null)]
    [InlineData("P99999999999999999999D", null)]
    [InlineData("long", null)]
    [InlineData("", null)]
    public void A_duration_is_in_seconds(string text, int? seconds) => Assert.Equal(seconds, WrittenDuration.Of(text));
}
