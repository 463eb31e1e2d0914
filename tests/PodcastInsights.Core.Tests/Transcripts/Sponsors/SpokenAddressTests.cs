using CsCheck;
using PodcastInsights.Core.Transcripts.Sponsors;
using static PodcastInsights.Core.Tests.Transcripts.Sponsors.SponsorSamples;

namespace PodcastInsights.Core.Tests.Transcripts.Sponsors;

public sealed class SpokenAddressTests
{
    [Theory]
    [InlineData("Visit palisade.io/owl to start.", "https://palisade.io/owl")]
    [InlineData("Visit Palisade.com.", "https://palisade.com")]
    [InlineData("Visit docs.palisade.dev today.", "https://docs.palisade.dev")]
    [InlineData("Go to palisade dot com slash owl.", "https://palisade.com/owl")]
    [InlineData("Go to palisade. com/owl.", "https://palisade.com/owl")] // a space that the transcriber put in
    [InlineData("Go to palisade.com/ owl.", "https://palisade.com/owl")]
    [InlineData("Go to palisade.pizza/owl.", "https://palisade.pizza/owl")] // with a path any ending is an address
    [InlineData("Go to palisade.com.owl.", "https://palisade.com")] // a slash heard as a dot
    [InlineData("That's P-A-L-I-S-A-D-E.com/owl.", "https://palisade.com/owl")]
    [InlineData("Go to www.palisade.com.", "https://palisade.com")]
    [InlineData("Go to awww.com/owl.", "https://awww.com/owl")]
    [InlineData("Go to palisade.co.uk/owl.", "https://palisade.co.uk/owl")]
    [InlineData("Go to shop.palisade.com.au.", "https://shop.palisade.com.au")] // below a country's second level
    [InlineData("Go to palisade.com.So, Ida.", "https://palisade.com")] // a full stop whose space was lost
    [InlineData("Have a look at get palisade.com/owl.", "https://getpalisade.com/owl")] // a space within the host
    [InlineData("Check out sales@palisade.com/owl.", "https://palisade.com/owl")] // an "at" heard as a sign
    public void An_address_is_read_as_it_is_said(string sentence, string url) =>
        Assert.Equal(url, Assert.Single(SpokenAddress.In(sentence)).Url);

    [Theory]
    [InlineData("Write to ida@palisade.com about it.")]
    [InlineData("We grew 1.5 times. Then we stopped.")]
    [InlineData("He stopped.Then he went on.")]
    [InlineData("It was a dot on the map.")]
    [InlineData("We sold shoes on a .com, then on .co.uk.")] // endings alone
    [InlineData("Go to co.uk, com.au or www.com.")]
    [InlineData(". .. ... a..b www. .com/ /.com slash dot")]
    public void What_is_no_address_is_none(string sentence) => Assert.Empty(SpokenAddress.In(sentence));

    [Fact]
    public void Letters_that_were_spelled_out_are_marked_as_such()
    {
        var address = Assert.Single(SpokenAddress.In("That's O-W-L.com."));

        Assert.True(address.Spelled);
        Assert.Equal("owl", address.Label);
    }

    [Fact]
    public void A_company_is_called_by_the_label_before_its_ending_whatever_the_ending_is()
    {
        Assert.Equal("palisade", Assert.Single(SpokenAddress.In("Go to shop.palisade.co.uk.")).Label);
        Assert.Equal(["palisade", "shop"], Assert.Single(SpokenAddress.In("Go to shop.palisade.io.")).NameLabels);
    }

    [Fact]
    public void Whatever_is_made_of_the_pieces_of_addresses_is_read_without_a_fault_and_each_address_has_a_name()
    {
        var piece = Gen.OneOf<string>(
            ".", "..", "/", " / ", "-", "--", " ", " dot ", " slash ", "@", "www.", "www", "co", "uk", "co.uk", ".com", "com", "com.au",
            "io", "palisade", "P-A-L", "a", "1", "get ", "at ", "Go to ", "that's ", ":", "https://", "?", "#", "'", "\u200B", "\u0301",
            "\u202E", "\uD83D\uDE42", "\uD83D", "\0", "bücher", "灯", "。", "．", "ｃｏｍ", "İ", "\n", "\t", "sponsor", "Enter ", "20% off ",
            "This episode is brought to you by ", "Jon, founder of ", "from our sponsor ", "use code ", "Thanks to ",
            " for sponsoring this show");

        piece.Array[0, 12].Sample(pieces =>
        {
            var sentence = string.Concat(pieces);

            Assert.All(SpokenAddress.In(sentence), address =>
            {
                Assert.NotEmpty(address.Label);
                Assert.True(Uri.TryCreate(address.Url, UriKind.Absolute, out _) || address.Host.Length > 200, address.Url);
            });
            SponsorPass.Mark(Episode(("Mara", [$"{Opener} {sentence}"]), ("Jon", [sentence]), ("Mara", [sentence, Call])), sentence);
        }, iter: 5000);
    }
}
