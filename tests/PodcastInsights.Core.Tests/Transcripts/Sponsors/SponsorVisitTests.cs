using PodcastInsights.Core.Transcripts.Sponsors;
using static PodcastInsights.Core.Tests.Transcripts.Sponsors.SponsorSamples;

namespace PodcastInsights.Core.Tests.Transcripts.Sponsors;

/// <summary>Sponsor reads and others than the host: the sponsor's people, and guests who are none.</summary>
public sealed class SponsorVisitTests
{
    [Fact]
    public void A_talk_with_the_sponsors_people_is_one_read_in_every_turn_of_it()
    {
        var turns = Episode(
            ("Mara", ["I'm excited to have Jon Falk here, founder of Norrland, one of our longtime podcast sponsors."]),
            ("Jon", ["Thanks, Mara."]),
            ("Mara", ["What is new at Norrland?"]),
            ("Jon", ["We just opened Norrland to small shops."]),
            ("Mara", ["Thank you for joining us. If you want to learn more, go to norrland.se/lantern.", "Ida, let's go on."]),
            ("Ida", ["With pleasure."]));

        var reads = SponsorPass.Mark(turns, Show);

        Assert.Equal([0, 1, 2, 3, 4], reads.Select(read => read.Turn));
        Assert.All(reads, read => Assert.Equal(("Norrland", "https://norrland.se/lantern"), (read.Name, read.Url)));
        Assert.Equal([true, false], Marks(turns, 4));
    }

    [Theory]
    [InlineData("Hey Jon, head of sales at Norrland. How many shops lose their keys?")] // spoken to with the company
    [InlineData("I'm glad that my friend Jon Falk, from podcast sponsor Norrland, is here.")]
    [InlineData("This episode is brought to you by Norrland, and I'm excited to have Jon Falk, founder of Norrland, with me.")]
    [InlineData("This episode is brought to you by Norrland, and I'm excited to have Jon Falk, founder Norrland, with me.")] // a word lost
    public void A_visit_ends_with_the_hosts_call_and_what_the_visitor_says_to_it(string presentation)
    {
        var turns = Episode(
            ("Ida", ["I came by boat."]),
            ("Mara", ["What a trip.", presentation]),
            ("Jon", ["Most of them."]),
            ("Mara", ["And what happens then?"]),
            ("Jon", ["They call us. We bring new ones."]),
            ("Mara", ["If you'd like to learn more, check out Norrland at norr land.se/lantern."]),
            ("Jon", ["Thank you."]),
            ("Mara", ["Ida, how long were you at sea?"]),
            ("Ida", ["For a week."]),
            ("Jon", ["And for a night."])); // said by Ida: the file is wrong

        var reads = SponsorPass.Mark(turns, Show);

        Assert.Equal([(1, 2), (2, 1), (3, 1), (4, 1), (5, 1), (6, 1)], reads.Select(read => (read.Turn, read.FirstParagraph)));
        Assert.All(reads, read => Assert.Equal(("Norrland", "https://norrland.se/lantern"), (read.Name, read.Url)));
    }

    [Fact]
    public void A_guest_who_is_presented_with_a_company_and_stays_is_no_sponsor()
    {
        var turns = Episode(
            ("Mara", ["I'm excited to talk with Ida Brandt, founder of Norrland."]),
            ("Ida", ["Norrland began in a barn. Norrland helps you ship on time."]),
            ("Mara", ["How did it grow?"]));
        turns.AddRange(Enumerable.Range(0, 10).SelectMany(n => Episode(("Ida", [$"That was year {n}."]), ("Mara", ["And then?"]))));

        Assert.Empty(SponsorPass.Mark(turns, Show));
    }

    [Theory]
    [InlineData("You can find me at idabrandt.com/lantern, and my book is there too. That's idabrandt.com/lantern.")]
    [InlineData("Norrland helps you ship. Norrland is free. Try Norrland at norrland.se today, that's norrland.se, for 10% off.")]
    public void Guests_who_tell_of_their_own_pages_are_not_reading_an_advertisement(string words)
    {
        var turns = Episode(
            ("Mara", [$"{Opener} {Call}"]),
            ("Ida", ["Norrland is my company."]),
            ("Mara", ["Where can folks find you online?"]),
            ("Ida", [words]));

        Assert.Equal("Palisade", Assert.Single(SponsorPass.Mark(turns, Show)).Name);
    }

    [Fact]
    public void A_call_that_the_file_gives_to_the_guest_ends_the_hosts_read()
    {
        var turns = Episode(
            ("Mara",
                ["What a story. Imagine all your files in one place. Palisade is that place. With Palisade your team finds everything."]),
            ("Ida", [$"{Call} That's palisade.io/lantern."]),
            ("Mara", ["You said it was cold."]),
            ("Ida", ["It was."]),
            ("Mara", ["This episode is brought to you by Kettle & Crane. Get tea at kettlecrane.com/lantern."]));

        Assert.Equal(
            [(0, "Palisade"), (1, "Palisade"), (4, "Kettle & Crane")],
            SponsorPass.Mark(turns, Show).Select(read => (read.Turn, read.Name!)));
    }
}
