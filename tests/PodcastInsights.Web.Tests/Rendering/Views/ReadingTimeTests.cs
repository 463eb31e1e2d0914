using System.Globalization;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Views;

namespace PodcastInsights.Web.Tests.Rendering.Views;

public sealed class ReadingTimeTests
{
    [Theory]
    [InlineData(238 * 5, 0, "en", "5 min to read")]
    [InlineData(238 * 5, 238 * 2, "en", "5 min to read, 7 min with sponsors")]
    [InlineData(260 * 5, 0, "zh", "5 min to read")] // a character is read faster than a word
    [InlineData(238 * 90, 0, "en", "1 h 30 min to read")]
    [InlineData(1, 1, "en", "1 min to read")] // what rounds to the same is not told twice
    public void The_time_is_told_with_and_without_sponsors(int words, int sponsored, string language, string told)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var word = language == "zh" ? "船" : "boat ";
        var paragraphs = new[] { (words, Sponsor: false), (sponsored, Sponsor: true) }
            .Select(part => new Paragraph(string.Concat(Enumerable.Repeat(word, part.Item1)), null, part.Sponsor, language));
        var turn = new Turn(TurnId.Of(1, word), 1, "Petra", false, null, [.. paragraphs]);
        Assert.Equal(told, Wording.Reading(ReadingTime.Of([turn])));
    }
}
