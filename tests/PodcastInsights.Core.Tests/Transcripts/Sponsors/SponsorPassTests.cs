using PodcastInsights.Core.Transcripts.Sponsors;
using static PodcastInsights.Core.Tests.Transcripts.Sponsors.SponsorSamples;

namespace PodcastInsights.Core.Tests.Transcripts.Sponsors;

/// <summary>Where a sponsor read begins and ends, and what is none.</summary>
public sealed class SponsorPassTests
{
    [Fact]
    public void A_read_runs_from_its_opener_to_its_call_and_the_address_said_again()
    {
        var turns = Episode(("Mara",
        [
            $"{Opener} {Pitch}", "Whether you're two people or ten, it just works.", $"{Call} That's palisade.io/lantern.",
            "So what did you do next?",
        ]));

        Assert.Equal([new(0, 1, 3, "Palisade", "https://palisade.io/lantern")], SponsorPass.Mark(turns, Show));
        Assert.Equal([true, true, true, false], Marks(turns, 0));
    }

    [Fact]
    public void A_paragraph_that_goes_on_with_the_conversation_after_the_call_still_counts()
    {
        var turns = Episode(("Mara", [$"I love that. {Opener}", $"{Pitch} {Call} Ida, welcome to the show."]), ("Ida", ["Thank you."]));

        Assert.Equal([new(0, 1, 2, "Palisade", "https://palisade.io/lantern")], SponsorPass.Mark(turns, Show));
    }

    [Fact]
    public void Two_reads_may_share_a_paragraph()
    {
        var turns = Episode(("Mara",
        [
            $"{Opener} {Pitch}",
            $"{Call} This episode is also brought to you by Kettle & Crane. They make tea for your night shift.",
            "Get 20% off your first order at kettlecrane.com with code LANTERN.",
        ]));

        Assert.Equal(
            [new(0, 1, 2, "Palisade", "https://palisade.io/lantern"), new(0, 2, 3, "Kettle & Crane", "https://kettlecrane.com")],
            SponsorPass.Mark(turns, Show));
    }

    [Fact]
    public void A_read_without_opener_is_known_by_its_call_and_has_the_hook_before_it()
    {
        var turns = Episode(
            ("Ida", ["We built it in a barn."]),
            ("Mara",
            [
                "Wow, a barn.",
                "Ever lost a file right before a deadline? Keeping track of files is surprisingly hard.",
                $"That's where Palisade comes in. {Pitch} Palisade never sleeps. {Call}",
                "You mentioned the winters there.",
            ]));

        Assert.Equal([new(1, 2, 3, "Palisade", "https://palisade.io/lantern")], SponsorPass.Mark(turns, Show));
    }

    [Fact]
    public void The_end_of_a_read_with_which_a_file_begins_is_known_though_its_speaker_is_inferred_wrongly()
    {
        var turns = Episode(
            ("Ida",
            [
                "You never wait for it again. Visit palisade.io to see how it works. That's palisade.io.",
                "Ida, thank you for being here.",
            ]),
            ("Ida", ["Hello."]),
            ("Mara", [$"{Opener} {Call}"]));
        turns[0].SpeakerInferred = true;

        Assert.Equal([0, 2], SponsorPass.Mark(turns, Show).Select(read => read.Turn));
    }

    [Fact]
    public void A_question_whether_the_listener_wants_something_is_a_hook_and_not_for_the_guest()
    {
        var turns = Episode(
            ("Ida", ["We built it in a barn."]),
            ("Mara",
            [
                "Do you want to find your files again? Palisade has them all.",
                $"It takes a minute. {Pitch} Palisade never sleeps. {Call}",
                "You mentioned the winters there.",
            ]));

        Assert.Equal([new(1, 1, 2, "Palisade", "https://palisade.io/lantern")], SponsorPass.Mark(turns, Show));
    }

    [Fact]
    public void The_presentation_of_the_episode_is_no_hook()
    {
        var turns = Episode(("Mara",
        [
            "If you're a keeper of lamps, you know Ida. I'm glad to bring this episode to you.",
            $"Do you want to find your files again? {Pitch} Palisade never sleeps. {Call}",
        ]));

        Assert.Equal([new(0, 2, 2, "Palisade", "https://palisade.io/lantern")], SponsorPass.Mark(turns, Show));
    }

    [Fact]
    public void In_a_block_of_reads_everything_between_two_reads_belongs_to_the_next()
    {
        var turns = Episode(("Mara",
        [
            "With that, I bring you Ida Brandt, after a short word from our sponsors.",
            "I drink a lot of tea at night. You may too. The kettle never rests.",
            "Mine is from Kettle & Crane. Kettle & Crane helps you stay awake. Get 10% off at kettlecrane.com. That's kettlecrane.com.",
        ]));

        Assert.Equal([new(0, 2, 3, "Kettle & Crane", "https://kettlecrane.com")], SponsorPass.Mark(turns, Show));
    }

    [Fact]
    public void A_sponsor_named_late_has_the_hook_before_it()
    {
        var turns = Episode(("Mara",
        [
            "With that, I bring you Ida. What do bakers and pilots have in common?",
            "They all run on today's sponsor, Palisade. Go to palisade.io to see how.",
        ]));

        Assert.Equal([new(0, 1, 2, "Palisade", "https://palisade.io")], SponsorPass.Mark(turns, Show));
    }

    [Fact]
    public void A_read_with_neither_opener_nor_address_is_known_by_its_promises()
    {
        var turns = Episode(
            ("Mara", ["Welcome to the show. My guest is Ida, and with that, I bring you Ida."]),
            ("Ida", ["Hello."]),
            ("Mara",
            [
                "My team lives in four countries. Palisade knows that your people are your business. "
                + "With Palisade you can pay your team anywhere. Palisade offers simple tools so you can rest. "
                + "Palisade, for your people. Ida, welcome.",
            ]));

        Assert.Equal([new(2, 1, 1, "Palisade", null)], SponsorPass.Mark(turns, "Mara Talks"));
    }

    [Theory]
    [InlineData("With that, I bring you Ida, after a short word from our sponsors.")] // announces reads, is none
    // The show's own:
    [InlineData("If you enjoy this, subscribe to the show on your favourite podcast app, or visit thelanternhour.com to learn more.")]
    [InlineData("Our sponsors never see the questions.")]
    [InlineData("If you go to palisade.io today it looks like any other fence.")]
    [InlineData("There is a tool for this. It's called Palisade. Check it out at palisade.io.")] // a friend's hint
    public void The_hosts_other_words_are_no_read(string words)
    {
        var turns = Episode(("Ida", ["Hello."]), ("Mara", [words]), ("Ida", ["Yes."]));

        Assert.Empty(SponsorPass.Mark(turns, Show));
    }

    [Fact]
    public void An_opener_without_a_call_ends_with_the_praise_of_its_brand()
    {
        var turns = Episode(("Mara", [$"{Opener} {Pitch}", "Okay, so tell me about the barn."]));

        Assert.Equal([new(0, 1, 1, "Palisade", null)], SponsorPass.Mark(turns, Show));
    }

    [Fact]
    public void Thanks_to_a_sponsor_are_a_read_of_one_sentence()
    {
        var turns = Episode(("Mara", ["Thanks to Palisade for sponsoring this episode.", "So, Ida, how was the winter?"]));

        Assert.Equal([new(0, 1, 1, "Palisade", null)], SponsorPass.Mark(turns, Show));
    }

    [Fact]
    public void Turns_without_speakers_or_words_are_taken_as_they_come()
    {
        Assert.Empty(SponsorPass.Mark([], null));
        Assert.Empty(SponsorPass.Mark(Episode((null, []), (null, ["", "   "])), ""));
        Assert.Equal("Palisade", Assert.Single(SponsorPass.Mark(Episode((null, [$"{Opener} {Call}"])), null)).Name);
    }
}
