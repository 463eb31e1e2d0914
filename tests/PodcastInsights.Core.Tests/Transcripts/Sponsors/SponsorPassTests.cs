using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Sponsors;

namespace PodcastInsights.Core.Tests.Transcripts.Sponsors;

public sealed class SponsorPassTests
{
    private const string Show = "The Lantern Hour";

    private const string Opener = "This episode is brought to you by Palisade, the fence for your data.";

    private const string Pitch = "Palisade helps you keep your team's files in one place.";

    private const string Call = "Head over to palisade.io/lantern to start for free.";

    [Fact]
    public void A_read_runs_from_its_opener_to_its_call_and_the_address_said_again()
    {
        var turns = Episode(("Mara", [$"{Opener} {Pitch}", "Whether you're two people or ten, it just works.", $"{Call} That's palisade.io/lantern.", "So what did you do next?"]));

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
            ("Ida", ["You never wait for it again. Visit palisade.io to see how it works. That's palisade.io.", "Ida, thank you for being here."]),
            ("Ida", ["Hello."]),
            ("Mara", [$"{Opener} {Call}"]));
        turns[0].SpeakerInferred = true;

        Assert.Equal([0, 2], SponsorPass.Mark(turns, Show).Select(read => read.Turn));
    }

    [Fact]
    public void A_product_may_have_its_name_before_that_of_the_company_in_the_address()
    {
        var turns = Episode(("Ida", ["Hello."]), ("Mara", ["Welcome to the show.", "Fences break. Kettle helps you mend them. Kettle is free. Get started with Kettle at kettle.palisade.io. That's kettle.palisade.io."]));

        Assert.Equal([new(1, 2, 2, "Kettle", "https://kettle.palisade.io")], SponsorPass.Mark(turns, Show));
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
            ["With that, I bring you Ida. What do bakers and pilots have in common?", "They all run on today's sponsor, Palisade. Go to palisade.io to see how."]));

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
                + "With Palisade you can pay your team anywhere. Palisade offers simple tools so you can rest. Palisade, for your people. Ida, welcome.",
            ]));

        Assert.Equal([new(2, 1, 1, "Palisade", null)], SponsorPass.Mark(turns, "Mara Talks"));
    }

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
    [InlineData("With that, I bring you Ida, after a short word from our sponsors.")] // announces reads, is none
    [InlineData("If you enjoy this, subscribe to the show on your favourite podcast app, or visit thelanternhour.com to learn more.")] // the show's own
    [InlineData("Our sponsors never see the questions.")]
    [InlineData("If you go to palisade.io today it looks like any other fence.")]
    [InlineData("There is a tool for this. It's called Palisade. Check it out at palisade.io.")] // a friend's hint
    public void The_hosts_other_words_are_no_read(string words)
    {
        var turns = Episode(("Ida", ["Hello."]), ("Mara", [words]), ("Ida", ["Yes."]));

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
            ("Mara", ["What a story. Imagine all your files in one place. Palisade is that place. With Palisade your team finds everything."]),
            ("Ida", [$"{Call} That's palisade.io/lantern."]),
            ("Mara", ["You said it was cold."]),
            ("Ida", ["It was."]),
            ("Mara", ["This episode is brought to you by Kettle & Crane. Get tea at kettlecrane.com/lantern."]));

        Assert.Equal([(0, "Palisade"), (1, "Palisade"), (4, "Kettle & Crane")], SponsorPass.Mark(turns, Show).Select(read => (read.Turn, read.Name!)));
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
        var turns = Episode(("Ida", ["Hello."]), ("Mara", ["Have a look at PalisadeLabs. PalisadeLabs is free. Try PalisadeLabs at palisade labs.com/lantern."]));

        Assert.Equal([new(1, 1, 1, "PalisadeLabs", "https://palisadelabs.com/lantern")], SponsorPass.Mark(turns, Show));
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

    private static List<DraftTurn> Episode(params (string? Speaker, string[] Paragraphs)[] turns) =>
        [.. turns.Select(turn =>
        {
            var draft = new DraftTurn(turn.Speaker, 1);
            draft.Paragraphs.AddRange(turn.Paragraphs.Select(text => new DraftParagraph(text, 1)));
            return draft;
        })];

    private static IEnumerable<bool> Marks(List<DraftTurn> turns, int turn) => turns[turn].Paragraphs.Select(paragraph => paragraph.Sponsor);
}
