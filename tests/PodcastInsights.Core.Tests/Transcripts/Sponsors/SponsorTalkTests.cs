using PodcastInsights.Core.Transcripts.Sponsors;
using static PodcastInsights.Core.Tests.Transcripts.Sponsors.SponsorSamples;

namespace PodcastInsights.Core.Tests.Transcripts.Sponsors;

/// <summary>Talks in the middle of an episode: which are with a sponsor's people, and what of them belongs to the read.</summary>
public sealed class SponsorTalkTests
{
    /// <summary>A paragraph that begins so belongs to a read; the others do not.</summary>
    private const string Read = "$ ";

    public static TheoryData<string, (string Speaker, string[] Paragraphs)[]> Talks => new()
    {
        {
            "The host's questions, the visitor's answers and the reply to the call",
            [
                ("Mara", ["So that was the winter.", "$ Hello Jon Falk, head of keys at Norrland. How many shops lose theirs?"]),
                ("Jon Falk", ["$ Most of them, sooner or later."]),
                ("Mara", ["$ And then?"]),
                ("Jon Falk", ["$ Then they wait for a smith.", "$ Norrland sends one the same night."]),
                ("Mara", ["$ I could have used that. To learn more, go to norrland.se/lantern."]),
                ("Jon Falk", ["$ Thank you for having me."]),
            ]
        },
        {
            "A customer who praises the sponsor, presented by nothing but the question",
            [
                ("Mara", ["What a night.", "$ Jon, what do you like about Palisade?"]),
                ("Jon", ["$ My whole office is in it. Palisade finds what I have forgotten."]),
                ("Mara", ["$ And what does it cost?"]),
                ("Jon", ["$ Less than my tea."]),
                ("Mara", ["$ Start for free at palisade.io/lantern.", "Ida, you were at sea."]),
            ]
        },
        {
            "The visitor says the address, the host thanks",
            [
                ("Mara", ["$ Here is Jon Falk from Norrland, one of our oldest sponsors."]),
                ("Jon Falk", ["$ Hello, everybody."]),
                ("Mara", ["$ Where do people find you?"]),
                ("Jon Falk", ["$ Go to norrland.se and write to us. That's norrland.se."]),
                ("Mara", ["$ Thank you, Jon.", "Ida, back to the boat."]),
            ]
        },
        {
            "The address comes early and the talk goes on",
            [
                ("Mara", ["$ Here is Jon Falk from Norrland, one of our oldest sponsors. Visit norrland.se/lantern while we talk."]),
                ("Jon Falk", ["$ Please do."]),
                ("Mara", ["$ What is new there? I saw norrland.se/lantern has a map."]),
                ("Jon Falk", ["$ It has all the smiths of Norrland."]),
                ("Mara", ["$ Impressive. And the dogs?"]),
                ("Jon Falk", ["$ They are well."]),
            ]
        },
        {
            "Two visitors",
            [
                ("Mara", ["$ Jon and Kim from Norrland are with me. Who of you makes the keys?"]),
                ("Jon", ["$ I do. Norrland has me for that."]),
                ("Kim", ["$ And I sell them."]),
                ("Mara", ["$ Norrland helps you when you stand before your own door. Get 20% off at norrland.se/lantern."]),
            ]
        },
        {
            "No address is said",
            [
                ("Mara", ["$ I'm glad to have Jon Falk here, founder of Norrland, one of our sponsors."]),
                ("Jon Falk", ["$ Thanks, Mara."]),
                ("Mara", ["$ How is business?"]),
                ("Jon Falk", ["$ The keys sell themselves."]),
            ]
        },
        {
            "An answer that the file gives to the guest",
            [
                ("Mara", ["$ Hey Jon, head of keys at Norrland, what is a good key?"]),
                ("Jon", ["$ One that fits. Norrland makes such."]),
                ("Mara", ["$ How long does it last?"]),
                ("Ida", ["$ A life, mostly."]),
                ("Mara", ["$ And the lock?"]),
                ("Jon", ["$ Two."]),
                ("Mara", ["$ Check out Norrland at norrland.se/lantern. That's norrland.se/lantern."]),
            ]
        },
        {
            "The guest's own company, which the interview is about",
            [
                ("Ida", ["My company is called Norrland. Norrland began in a barn."]),
                ("Mara", ["What does Norrland do for people?"]),
                ("Ida", ["Norrland helps your team to find its keys."]),
                ("Mara", ["I looked at norrland.se before we met. Anybody can go to norrland.se and see the barn."]),
                ("Ida", ["Please do."]),
            ]
        },
        {
            "A sponsor named in passing",
            [
                ("Mara", ["We moved all our files to Palisade. It's not an ad, but they are one of our sponsors. What do you use?"]),
                ("Ida", ["Paper."]),
                ("Mara", ["And does it keep?"]),
            ]
        },
        {
            "Thanks to sponsors in a list",
            [
                ("Mara", ["Thanks to Palisade, Norrland and Marlowe for supporting this show. Kim did the sound."]),
                ("Kim", ["I did."]),
                ("Mara", ["And thank you for listening."]),
            ]
        },
        {
            "A listener's question",
            [
                ("Mara", ["Here is a question from Jon, who works at Norrland. Jon?"]),
                ("Jon", ["Hi Mara, I make keys at Norrland. How does Ida keep warm at sea?"]),
                ("Mara", ["A good one. Everybody can send us a question like Jon from Norrland did. Ida?"]),
            ]
        },
        {
            "A second guest who comes by and has a page",
            [
                ("Mara", ["Jon, you wrote a book about Ida's boat?"]),
                ("Jon", ["I did. It is called The Long Winter."]),
                ("Mara", ["You can read more about it on Jon's page, jonfalk.com."]),
                ("Jon", ["And my friends are in it."]),
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Talks))]
    public void Every_turn_of_a_talk_with_the_sponsors_people_belongs_to_the_read_and_no_other_does(
        string kind, (string Speaker, string[] Paragraphs)[] talk)
    {
        ArgumentNullException.ThrowIfNull(talk);
        var interview = InterviewWith(talk);
        var turns = Episode(
        [
            .. interview.Select(turn =>
                (turn.Speaker, turn.Paragraphs.Select(text => text.Replace(Read, "", StringComparison.Ordinal)).ToArray())),
        ]);

        SponsorPass.Mark(turns, Show);

        Assert.Equal(
            interview.SelectMany(turn => turn.Paragraphs),
            turns.SelectMany(turn => turn.Paragraphs).Select(paragraph => (paragraph.Sponsor ? Read : "") + paragraph.Text));
        Assert.NotEmpty(kind);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_talk_whose_beginning_the_file_has_lost_is_read_from_the_first_turn_left(int lost)
    {
        (string Speaker, string[] Paragraphs)[] talk =
        [
            ("Mara", ["Here is Jon Falk from Norrland, one of our oldest sponsors."]),
            ("Jon Falk", ["Hello, everybody."]),
            ("Mara", ["What is new at Norrland?"]),
            ("Jon Falk", ["Norrland has a map now. It shows all our smiths."]),
            ("Mara", ["I like that."]),
            ("Jon Falk", ["So do those who stand before their own door."]),
            ("Mara",
            [
                "Your keys are safe with Norrland. To learn more, go to norrland.se, that's norrland.se.",
                "Ida, welcome to the show.",
            ]),
        ];
        var turns = Episode(
            [.. talk.Skip(lost).Select(turn => ((string?)turn.Speaker, turn.Paragraphs)), .. Conversation("Mara", "Ida", 12)]);

        SponsorPass.Mark(turns, Show);

        Assert.Equal(talk.Length - lost, turns.Count(turn => turn.Paragraphs[0].Sponsor));
        Assert.Equal([true, false], Marks(turns, talk.Length - lost - 1));
    }

    /// <summary>The talk in the middle of an interview of Mara with Ida, who reads one advertisement at its beginning.</summary>
    private static (string? Speaker, string[] Paragraphs)[] InterviewWith((string Speaker, string[] Paragraphs)[] talk) =>
    [
        ("Mara", [$"{Read}{Opener} {Call}", "My guest is Ida."]),
        .. Conversation("Ida", "Mara", 12),
        ("Ida", ["It went on until the morning."]),
        .. talk.Select(turn => ((string?)turn.Speaker, turn.Paragraphs)),
        .. talk[^1].Speaker == "Mara" ? [] : new (string?, string[])[] { ("Mara", ["How long were you at sea?"]) },
        .. Conversation("Ida", "Mara", 12),
    ];

    private static IEnumerable<(string? Speaker, string[] Paragraphs)> Conversation(string one, string other, int rounds) =>
        Enumerable.Range(1, rounds).SelectMany(round => new (string?, string[])[]
        {
            (one, [$"That was night number {round}."]),
            (other, ["We heard the wind in the ropes."]),
        });
}
