using PodcastInsights.Core.Transcripts.Sponsors;

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
    [InlineData("Have a look at get palisade.com/owl.", "https://getpalisade.com/owl")] // a space within the host
    [InlineData("Check out sales@palisade.com/owl.", "https://palisade.com/owl")] // an "at" heard as a sign
    public void An_address_is_read_as_it_is_said(string sentence, string url) =>
        Assert.Equal(url, Assert.Single(SpokenAddress.In(sentence)).Url);

    [Theory]
    [InlineData("Write to ida@palisade.com about it.")]
    [InlineData("We grew 1.5 times. Then we stopped.")]
    [InlineData("He stopped.Then he went on.")]
    [InlineData("It was a dot on the map.")]
    public void What_is_no_address_is_none(string sentence) => Assert.Empty(SpokenAddress.In(sentence));

    [Fact]
    public void Letters_that_were_spelled_out_are_marked_as_such()
    {
        var address = Assert.Single(SpokenAddress.In("That's O-W-L.com."));

        Assert.True(address.Spelled);
        Assert.Equal("owl", address.Label);
    }
}
