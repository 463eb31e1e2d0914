using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Views;

namespace PodcastInsights.Web.Tests.Localisation;

public sealed class WordingTests
{
    [Theory]
    [InlineData("דנה לוי", "\u2068דנה לוי\u2069, turn 2")]
    [InlineData("ليلى", "\u2068ليلى\u2069, turn 2")]
    [InlineData("Ada", "Ada, turn 2")]
    [InlineData("林晓雨", "林晓雨, turn 2")]
    public void What_runs_from_right_to_left_is_set_apart_in_a_sentence(string name, string sentence) =>
        Assert.Equal(sentence, Wording.Of("{0}, turn {1}", name, 2));

    [Fact]
    public void What_is_copied_holds_nothing_unseen() => Assert.Equal("“דנה” – Ada", Wording.Copied("“{0}” – {1}", "דנה", "Ada"));

    [Theory]
    [InlineData(0.004, "<1%")] // said something
    [InlineData(0.01, "1%")]
    [InlineData(0.346, "35%")]
    [InlineData(1, "100%")]
    public void Nobody_who_speaks_has_a_share_of_nothing(double share, string said) =>
        Assert.Equal(said, Wording.Share(new SpeakerShare(new Speaker("Ada", EpisodeSlug.From("Ada"), SpeakerRole.Other, 1, 1), "", "", share)).Replace(" ", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("en", null)] // the page's own
    [InlineData("en zh", "also in Chinese")]
    [InlineData("zh en en", "also in Chinese")]
    [InlineData("de", "in Deutsch")]
    [InlineData("zh de", "in Chinese, Deutsch")]
    [InlineData("qqq", "in qqq")] // nobody's language
    [InlineData("", null)]
    public void The_other_languages_of_an_episode_are_named(string languages, string? said) =>
        Assert.Equal(said, Wording.Editions(languages.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
