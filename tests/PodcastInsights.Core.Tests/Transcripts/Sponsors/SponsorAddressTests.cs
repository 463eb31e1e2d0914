using PodcastInsights.Core.Transcripts.Sponsors;
using static PodcastInsights.Core.Tests.Transcripts.Sponsors.SponsorSamples;

namespace PodcastInsights.Core.Tests.Transcripts.Sponsors;

/// <summary>Whose the addresses in a sponsor read are, and how they are spelled.</summary>
public sealed class SponsorAddressTests
{
    [Fact]
    public void A_product_may_have_its_name_before_that_of_the_company_in_the_address()
    {
        var turns = Episode(
            ("Ida", ["Hello."]),
            ("Mara",
            [
                "Welcome to the show.",
                "Fences break. Kettle helps you mend them. Kettle is free. "
                + "Get started with Kettle at kettle.palisade.io. That's kettle.palisade.io.",
            ]));

        Assert.Equal([new(1, 2, 2, "Kettle", "https://kettle.palisade.io")], SponsorPass.Mark(turns, Show));
    }

    [Fact]
    public void The_path_that_sponsors_share_is_learned_where_the_show_is_not_known()
    {
        var turns = Episode(
            ("Mara", ["Tea keeps me going. Grab some at kettlecrane.com/mara."]),
            ("Ida", ["Same here."]),
            ("Mara", ["Fences are good. Learn more at palisade.io/mara."]));

        Assert.Equal([0, 2], SponsorPass.Mark(turns, null).Select(read => read.Turn));
    }

    [Fact]
    public void A_sponsor_whose_name_is_one_word_of_the_shows_is_not_the_show()
    {
        var turns = Episode(("Mara", ["This episode is brought to you by Lantern. Start for free at lantern.io today."]));

        Assert.Equal("https://lantern.io", Assert.Single(SponsorPass.Mark(turns, "Masters of the Lantern")).Url);
    }

    [Theory]
    [InlineData("marasletter.com")]
    [InlineData("Mara's letter.com")]
    [InlineData("mara'sletter.com")]
    public void A_page_that_bears_the_hosts_first_name_is_the_shows_own(string page)
    {
        var turns = Episode(
            ("Mara", [$"{Opener} {Call}"]),
            ("Ida", ["I see."]),
            ("Mara", [$"Learn more and get started for free at {page}. That's {page}."]));

        Assert.Equal("Palisade", Assert.Single(SponsorPass.Mark(turns, null)).Name);
    }

    [Fact]
    public void Letters_spelled_wrong_do_not_mislead_the_address()
    {
        var turns = Episode(("Mara", [$"{Opener} Visit palisade.io/lantern. That's P-A-L-A-S-A-D-E.io/lantern."]));

        Assert.Equal("https://palisade.io/lantern", Assert.Single(SponsorPass.Mark(turns, Show)).Url);
    }

    [Fact]
    public void A_host_that_lost_its_first_word_to_a_space_is_completed_by_the_name()
    {
        var turns = Episode(("Mara", ["This episode is brought to you by PalisadeLabs. Try it at palisade labs.com."]));

        Assert.Equal("https://palisadelabs.com", Assert.Single(SponsorPass.Mark(turns, Show)).Url);
    }

    [Fact]
    public void Without_an_opener_the_words_around_tell_which_word_the_host_lost()
    {
        var turns = Episode(
            ("Ida", ["Hello."]),
            ("Mara", ["Have a look at PalisadeLabs. PalisadeLabs is free. Try PalisadeLabs at palisade labs.com/lantern."]));

        Assert.Equal([new(1, 1, 1, "PalisadeLabs", "https://palisadelabs.com/lantern")], SponsorPass.Mark(turns, Show));
    }
}
