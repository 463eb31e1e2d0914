using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Tests.Transcripts.Labelled;

/// <summary>Files with labels, of which only some are speech.</summary>
public sealed class ConversationTests
{
    public static TheoryData<string, string> Others() => new()
    {
        { "recipe", "# Rye bread\n\n**Flour:** 500 g of rye.\n\n**Water:** 400 g, warm.\n\n**Salt:** one spoon.\n\n**Time:** two days.\n\nMix, wait, bake.\n" },
        { "guidelines", "# How to contribute\n\n**Issues:** Open one before a large change.\n\n**Branches:** Name them after the issue.\n\n**Tests:** Every change has one.\n\n**Style:** Run the formatter.\n" },
        { "newsletter", "# Letter 12\n\n**Why it matters:** The tower leans.\n\n**What is new:** It leans more.\n\n**What is next:** Scaffolding in May.\n" },
        { "glossary", "**Bow:** The front of the hull.\n\n**Stern:** The rear of the hull.\n\n**Keel:** The lowest part of the hull.\n\n**Mast:** The pole that holds the sail.\n\n**Boom:** The pole below it.\n" },
        { "change log", "# Changes\n\n## 1.2.0\n\n- Added: a bell\n- Fixed: the nail\n\n## 1.1.0\n\n- Added: a key\n- Removed: the rope\n" },
        { "show notes", "# Episode 5\n\nWe talk about the tower.\n\n**Guest:** Teo Lind\n**Host:** Mara Voss\n**Length:** 47 minutes\n\n## Credits\n\nProducer: Ida Roth\n\nIf you liked it, please tell a friend.\n" },
        { "agenda", "Agenda\n\n9:00 Opening\n9:15 The tower\n10:00 Break\n10:30 The bell\n12:00 Lunch\n" },
        { "chapters", "0:00 Intro\n2:15 The tower\n14:30 The bell\n31:02 The key\n44:10 Outro\n" },
        { "shopping list", "Shopping\n\nMilk: two\nBread: one\nSalt: none\n" },
        { "manual", "# The gate\n\n**Usage:**\n\n- turn the key\n- push\n\n**Options:**\n\n| key | turns |\n|---|---|\n| big | two |\n\n**Options:**\n\n- none\n" },
        { "code", "# Bells\n\n```text\nAda: We shipped.\nBo: Did you?\nAda: We did.\n```\n" },
        { "JSON", "{\n  \"Ada\": \"We shipped\",\n  \"Bo\": \"Did you?\",\n  \"Ada\": \"We did\"\n}\n" },
        { "settings", "# where it listens\nHost: example.org\nPort: 8080\nHost: example.net\nPort: 8081\n" },
        { "essay", "It was a quiet Tuesday. One thing was sure: it held.\n\nAnother thing was not: the calendar.\n\nAnd then: nothing.\n" },
        { "server log", "09:00:01 INFO Started.\n09:00:02 INFO Listening.\n09:00:05 WARN Slow answer.\n09:00:09 INFO Stopped.\n" },
        { "references", "Quill, A.: The Tower. Pier Press, 2031.\n\nMarsh, B.: The Bell. Pier Press, 2032.\n\nRoth, I.: The Key. Pier Press, 2033.\n" },
        { "addresses", "Ada Quill\nPhone: 1234\nTown: Pierhaven\n\nBo Marsh\nPhone: 2345\nTown: Pierhaven\n\nIda Roth\nPhone: 3456\nTown: Quay\n" },
        { "review", "# Boots\n\n**Pros:** They are dry.\n\n**Cons:** They are heavy.\n\n**Verdict:** Four of five.\n" },
        { "links", "# Elsewhere\n\nTower: https://example.org/tower\nBell: https://example.org/bell\nTower: https://example.net/tower\n" },
        { "course", "# The course\n\n## Week 1: The tower\n\nReading: chapter one.\n\n## Week 2: The bell\n\nReading: chapter two.\n" },
        { "licence", "COPYRIGHT: The Pier Trust. Permission is given to copy the text.\n\nWARRANTY: There is none of any kind.\n" },
        { "letter", "Dear Ada:\n\nThank you for the key. I found it on the nail, as you said.\n\nYours,\nBo\n" },
        { "prose", "It was a quiet Tuesday. Nobody noticed, and the calendar held until noon.\n\nThen it broke.\n" },
    };

    public static TheoryData<string, string, string> Transcripts() => new()
    {
        { "questions alone", "Q, A", "Q: Why?\nA: Because.\nQ: And now?\nA: We wait.\n" },
        { "small letters", "adaq, bo_m", "adaq: are you there?\nbo_m: i am\nadaq: did you see it?\nbo_m: i did, you too?\nadaq: me too\nbo_m: hi\n" },
        { "broadcaster's", "ADA, BO", ">> ADA: Good evening to you.\n>> BO: Thank you.\n>> ADA: What do we know?\n>> BO: I wish I knew.\n" },
        { "another language", "Ада, Бо", "Ада: Где ключ?\n\nБо: Он висел на гвозде.\n\nАда: И где он теперь?\n\nБо: Никто не знает.\n" },
        { "Chinese", "林小明, 周大同", "林小明：钥匙在哪里？\n\n周大同：我挂在钉子上了。\n\n林小明：你确定吗？\n\n周大同：我确定。\n" },
        { "a script", "ADA, BO", "ADA:\nWhere did you put it?\n\nBO:\nI hung it up.\n\nADA:\nAre you sure?\n\nBO:\nI am.\n" },
        { "names that are words", "Will, Grace", "Will: Where did you put it?\n\nGrace: I will show you, with grace.\n\nWill: Will you?\n\nGrace: I will.\n\nWill: You are kind.\n\nGrace: I know.\n\nWill: So?\n\nGrace: Here.\n\nWill: I see it.\n\nGrace: Good, you see.\n" },
        { "minutes read as speech", "主席, 林小明", "### 主席：\n大家好。\n\n### 林小明：\n謝謝。我有一個問題。\n\n### 主席：\n請說。\n" },
        { "one voice", "Ada Quill", "**Ada Quill:** Good evening. I want to tell you how we lost the key.\n\nWe had it on a nail.\n\nOne morning it was gone.\n\nYou can imagine how we looked.\n" },
        { "a word each", "Ada, Bo", "**Ada:** Ready?\n\n**Bo:** Ready.\n\n**Ada:** Now?\n\n**Bo:** Now.\n" },
        { "a record with lists", "Ada, Bo", "**Ada:** I read you the list:\n\n1. a key\n2. a nail\n\n**Bo:** And I have:\n\n- a bell\n\n**Ada:** So do I.\n\n**Bo:** You do.\n" },
        { "many once", "Speaker 1, Speaker 2, Speaker 3, Speaker 4", "Speaker 1: I open the meeting.\n\nSpeaker 2: Thank you.\n\nSpeaker 3: I have a question for you.\n\nSpeaker 4: We hear you.\n" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void A_file_with_labels_and_nobody_who_speaks_is_no_transcript(string kind, string text)
    {
        Assert.Equal(0, new LabelledFormat().Vote(new SourceText("a.md", text)).Share);
        Assert.Null(TranscriptReader.Read(new SourceText($"{kind}.md", text), null));
    }

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void An_odd_transcript_is_one(string kind, string speakers, string text)
    {
        var edition = TranscriptReader.Read(new SourceText($"{kind}.md", text), null);

        Assert.Equal(LabelledFormat.FormatName, edition?.Format);
        Assert.Equal(speakers, string.Join(", ", edition!.Turns.Select(turn => turn.Speaker).Distinct()));
    }
}
