using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Tests.Transcripts.Labelled;

public sealed class CastTests
{
    private const string Talk = "Ada: Did you ship?\n\nBo: We did.\n\nAda: When?\n\nBo: On Tuesday.\n\n";

    public static TheoryData<string, string, string> Files() => new()
    {
        // The names that speak, the file, the front matter's names.
        { "Ada, Bo", Talk, "" },                                                                      // each name comes again
        { "Ada, Bo, Cy", Talk + "Cy: May I?\n", "" },                                                 // a single label of the shape that most lines have
        { "Ada, Bo, Cy Marsh", Talk + "We went on.\n\nAnd on.\n\nSo it went.\n\nAnd on.\n\nCy Marsh: May I?\n", "" },   // a full name needs no such file
        { "Ada, Bo", Talk + "We went on.\n\nAnd on.\n\nSo it went.\n\nAnd on.\n\nSo.\n\nOh.\n\nWell.\n\nCy: May I?\n", "" },   // a word does
        { "Ada, Bo, Cy", Talk + "We went on.\n\nAnd on.\n\nSo it went.\n\nAnd on.\n\nSo.\n\nOh.\n\nWell.\n\nCy: May I?\n", "Cy Marsh" },
        { "CM, Ada, Bo", "CM: Hi.\n\n" + Talk + "So.\n\nOh.\n\nWell.\n\nGo on.\n", "Cy Marsh" },      // initials of whom the front matter names
        { "Ada Quill, Bo", "Ada Quill (AQ): Hi.\n\nBo: Hi.\n\nAQ: So?\n\nBo: So.\n", "" },            // initials that the file introduces
        { "Ada Quill, Bo", "Ada Quill (Quill & Sons): Hi.\n\nBo: Hi.\n\nAda Quill: So?\n\nBo: So.\n", "" },   // where she works stands once
        { "Ada, Bo", "**Ada:** Hi.\n\n**Bo:** Hi.\n", "" },                                           // a colon in bold is certain
        { "Ada, Bo", "Ada (0:05)\nHi.\n\nBo (0:09)\nHi.\n", "" },                                     // a time on a line of its own
        { "Ada", "Ada (0:05)\nHi.\nLook at chapter two (12:30)\nand go.\n\nAda (0:09)\nSo.\n", "" },  // in the middle of words it is none
        { "Ada, Bo", "### Ada:\nHi.\n\n### Bo:\nHi.\n", "" },
        { "Speaker 1, Speaker 2", "Speaker 1: Hi.\n\nSpeaker 2: Hi.\n", "" },                         // voices of one kind
        { "Q, A", "Q: Did you?\n\nA: We did.\n", "" },
        { "Q, A", "Q. Did you?\n\nA. We did.\n", "" },
        { "Ada, Bo", Talk + "A. Quill came.\n\nA. Marsh went.\n", "" },                              // initials of others
        { "Ada, Bo", Talk + "The old man said: \"Wait.\"\n\nThe old man said: \"Go.\"\n", "" },    // what somebody is told to have said
        { "Ada, Bo", "Ada: \"Did you?\"\n\nBo: \"We did.\"\n\nAda: \"When?\"\n\nBo: \"On Tuesday.\"\n", "" },   // all speech is quoted
        { "小敏, 阿林", "小敏：你好嗎？\n\n阿林：我很好。\n\n後來有位老師傅跟我說：「帆不是縫出來的。」\n\n小敏：他是什麼意思？\n\n阿林：布會變形。\n\n他的意思是：風會騙人。\n", "" },
        { "ADA QUILL, BO MARSH", "ADA QUILL, HOST:\n\nWe shipped.\n\nBO MARSH: Hi.\n\nQUILL: So?\n\nMARSH: So.\n\nQUILL: And?\n\nMARSH: And.\n\nQUILL: Oh.\n\nMARSH: Well.\n", "" },   // in full at first
        { "ADA QUILL, BO MARSH", "ADA QUILL: We shipped it\nto the pier.\n\nBO MARSH: Did it\nhold?\n\nQUILL: It held.\n\nMARSH: Good.\n\nQUILL: Yes.\n", "" },   // lines that are broken in sentences
        { "Ada Quill, Bo van der Marsh", "Ada Quill, host: Hi.\n\nBo van der Marsh (guest): Hi.\n\nAda: So?\n\nVan der Marsh: So.\n\nAda: And?\n", "" },   // by any part of the name
        { "ADA QUILL, DR. BO MARSH", "ADA QUILL, HOST: Hi.\n\nQUILL: With me is a guest.\n\nDR. BO MARSH, CHIEF ENGINEER OF THE PIER AND THE TOWER: Hi.\n\nQUILL: So?\n\nMARSH: So.\n", "" },
        { "ADA QUILL, BO MARSH, CY MARSH, MARSH", "ADA QUILL: Hi.\n\nBO MARSH: Hi.\n\nCY MARSH: Hi.\n\nQUILL: So?\n\nMARSH: So.\n\nQUILL: And?\n\nMARSH: And.\n", "" },   // which of the two is not said
        { "MARSH, BO MARSH, QUILL", "MARSH: Hi.\n\nBO MARSH: Hi.\n\nMARSH: So?\n\nQUILL: So.\n\nMARSH: And?\n\nQUILL: And.\n", "" },   // nobody was introduced before
        { "ADA QUILL, BO MARSH, REP. CY OTT (D), PIER", "ADA QUILL: Hi.\n\nBO MARSH: Hi.\n\nADA QUILL: So?\n\nREP. CY OTT (D), PIER: So.\n\nBO MARSH: And.\n", "" },   // where somebody is from is not part of the name
        { "Ada, Bo", Talk + "In London, that means: wait.\n\nWe went on.\n\nAnd on.\n\nSo.\n\nOh.\n\nWell.\n\nLondon: a big place.\n", "" },   // two sentences
        { "Ada Quill, Bo Marsh", "Ada Quill: host\nBo Marsh: guest\n\nQuill: Hi.\n\nMarsh: Hi.\n\nQuill: So?\n\nMarsh: So.\n", "" },   // introduced in a list of who speaks
        { "Ada, Bo", "Ada (laughing): Hi.\n\nBo (softly): Hi.\n\nAda (to Bo): So?\n\nBo (sighs): So.\n", "" },
        { "DOÑA ADA, BO", "DOÑA ADA.- ¿Se\nvende?\n\nBO.- No.\n\nDOÑA ADA.- ¿Y\neso?\n\nBO.- Ya lo\nsabe usted.\n", "" },
        { "P, R", "P.- ¿Se vende?\n\nR.- No.\n\nP.- ¿Y eso?\n\nR.- Ya lo sabe usted.\n", "" },
        { "Ada, Bo", Talk + "Primero.- Se vende.\n\nSegundo.- No se vende.\n\nA.- Una vez.\n\nA.- Otra vez.\n", "" },   // items of a list
        { "", "The Tower Trial: A play in five parts\n\nI went up the tower, you know. I found the cat.\n", "" },   // a title
        { "Ada Quill", "Ada Quill: I went up the tower,\nyou know.\n\nI found the cat.\n", "" },                    // somebody who speaks alone
        { "Ada, Bo", "# Bees\n\n**Guest:** Cy Ott\n**Date:** 4 May 2024\n\n**Ada:** Hi.\n\n**Bo:** Hi.\n\n**Ada:** So?\n\n**Bo:** So.\n", "" },   // what a file says of itself
        { "CC, DL", string.Concat(Enumerable.Repeat("**[0:01] CC:** Did you?\n\n**[0:02] DL:** We did.\n\n", 3)), "" },        // initials that also are a word of letters
        { "CC, DL, BN", string.Concat(Enumerable.Repeat("CC: Did you?\n\nDL: We did.\n\nBN: And we.\n\n", 3)), "" },
        { "Ada, Bo", Talk + "PS: Do bring the oars.\n\nPS: And the rope.\n\nPS: And the tar.\n", "" },
        { "Ada, Bo", "Ada: Hi.\n\nBo: Hi.\n\nAda: I wrote to them.\nTo: the pier\nCc: the harbour\n\nBo: So.\n", "" },
        { "Ada, Bo, AUDIENCE MEMBER #2", Talk + "AUDIENCE MEMBER #2: May I?\n", "" },
        { "Ada, Bo", Talk + "Size: it must fit.\nWeight: little.\n\nAda: So.\n", "" },                // a list that somebody reads out
        { "Ada, Bo", "Host: Ada\nLocation: the pier\nRunning time: long\n\n" + Talk, "" },            // what the file says of itself
        { "Ada, Bo", Talk + "Ada: Look.\nhttps://example.org/a\nPrevious episode: https://example.org/4\n", "" },   // an address is a value
        { "Ada, Bo", Talk + "Note: nobody noticed.\n\nNote: again.\n\nNote: and again.\n", "" },      // nobody is called so
        { "Ada, Bo", Talk + "Dear both: thank you.\n\nThe thing is: we shipped.\n", "" },
        { "Ada, Bo", Talk + "- Cy Marsh: one key\n- Di Roth: two\n- Cy Marsh: none\n", "" },          // a list among the words
        { "Ada, Bo", "- Ada: Hi.\n- Bo: Hi.\n- Ada: So?\n- Bo: So.\n", "" },                          // a list that is the transcript
        { "Ada, Bo", Talk + "> Cy Marsh: I never said it.\n\n> Cy Marsh: Never.\n", "" },             // quoted in a mail
        { "Ada, Bo", Talk + "The Court: it held.\n\nAda: So.\n\nAda: Oh.\n\nWell.\n\nWell, well.\n\nSo.\n\nOh.\n", "" },   // a thing, told by its article
        { "Ada, Bo", Talk + "Ada: What size?\n\nSize: it must fit the size.\n\nBo: Yes.\n\nSize: it does.\n", "" },   // a word that the text uses as one
        { "Ada, Bo, A woman at the back", "### Ada (0:01)\nHi.\n\n### Bo (0:05)\nHi.\n\n### Ada (0:09)\nSo?\n\n### A woman at the back (0:12)\nMay I?\n\n### Bo (0:15)\nSo.\n", "" },   // a heading as the others
        { "Ada, Bo", "### Ada (0:01)\nHi.\n\n### Bo (0:05)\nHi.\n\n## What came after (0:09)\n\nAnd so on.\n\n### Ada (0:12)\nMay I?\n\n### Bo (0:15)\nSo.\n", "" },   // of another level
        { "Ada, Bo", "### Ada (0:01)\nHi.\n\n### Bo (0:05)\nHi.\n\n### What came after (0:09)\n\n### Ada (0:12)\nMay I?\n\n### Bo (0:15)\nSo.\n", "" },   // nothing is said below
        { "Ada, Bo's phone, pad (2)", "[Ada] 14:02:07\nHi.\n\n[Bo's phone] 14:02:09\nHi.\n\n[Ada] 14:02:12\nSo?\n\n[pad (2)] 14:02:15\nMe too.\n", "" },   // devices
        { "Ada, Bo, Di", "**Ada:** Hi.\n\n**Bo:** Hi.\n\n*Ada:* So?\n\n*Di:* Hm.\n\n**Di:** Me too.\n", "" },   // in italics by mistake
        { "Ada, Bo", "**Ada:** Hi.\n\n**Bo:** Hi.\n\n*Here:* it broke.\n\n*Here:* it broke again.\n", "" },   // words in italics
        { "Mara Voss, Teo Lind", "### [1:05] Mara Voss\n**English:** Where?\n在哪里？\n\n### [1:09] Teo Lind\n**English:** There.\n那里。\n", "" },   // names the words, not who says them
        { "adaq, bo_m", "adaq: hi\nbo_m: hi\nadaq: so?\nbo_m: so\nadaq: oh\nbo_m: well\n", "" },     // known by small letters, again and again
        { "", "adaq: hi\n\nSo it went, and on.\n", "" },
        { "", "", "" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void The_speakers_are_decided_from_the_whole_file(string speakers, string text, string named)
    {
        var lines = LabelledLines.Read(new SourceText("a.md", text), 0);
        var cast = Cast.Of(lines, new NamedPeople(named.Split(',', StringSplitOptions.RemoveEmptyEntries)), LanguageLabel.PartsWords(lines));

        var found = lines.Select(line => line.Label is { } label && cast.TryGet(label, out var speaker) ? speaker : null).OfType<string>().Distinct();

        Assert.Equal(speakers, string.Join(", ", found));
    }

    [Theory]
    [InlineData("Ada Quill", "Ada Quill", true)]
    [InlineData("Ada Quill", "ada quill", true)]
    [InlineData("Ada Quill", "Quill", true)]
    [InlineData("Ada Quill", "AQ", true)]
    [InlineData("Ada van Quill", "van", false)]
    [InlineData("Ada Quill", "A", false)]
    [InlineData("Ada Quill", "Bo", false)]
    [InlineData("Ada", "Ada", true)]
    public void The_front_matter_names_a_person_by_any_part_of_the_name(string name, string label, bool expected) =>
        Assert.Equal(expected, new NamedPeople([name]).Has(label));

    [Fact]
    public void Voices_do_not_displace_a_named_speaker()
    {
        Assert.True(CastOf("Q: Did you?\n\nA: We did.\n").AreAllVoices);
        Assert.False(CastOf(Talk).AreAllVoices);
    }

    private static Cast CastOf(string text) => Cast.Of(LabelledLines.Read(new SourceText("a.md", text), 0), new NamedPeople([]), false);
}
