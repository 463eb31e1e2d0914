using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Tests.Transcripts.Labelled;

public sealed class NameBlocksTests
{
    private const string Talk = "Ada Quill @0:01\n  Did you ship?\nBo @0:05\n  We did.\nAda Quill @0:09\n  When was it?\nBo @1:12\n  On Tuesday.\n";

    [Theory]
    [InlineData("Ada Quill\n0:01\nDid you ship?\nBo\n0:05\nWe did.\nAda Quill\n0:09\nWhen was it?\nBo\n1:12\nOn Tuesday.\n")]
    [InlineData("Ada Quill\n1 second\nDid you ship?\n\nBo\n5 seconds\nWe did.\n\nAda Quill\n9 seconds\nWhen was it?\n\nBo\n1 minute 12 seconds\nOn Tuesday.\n")]   // times in words
    [InlineData("Ada Quill\n0 分钟 1 秒\nDid you ship?\n\nBo\n5 秒\nWe did.\n\nAda Quill\n9 秒\nWhen was it?\n\nBo\n1 分钟 12 秒\nOn Tuesday.\n")]
    [InlineData("Ada Quill\nHost\n0:01\nDid you ship?\n\nBo\nGuest\n0:05\nWe did.\n\nAda Quill\nHost\n0:09\nWhen was it?\n\nBo\nGuest\n1:12\nOn Tuesday.\n")]   // a role
    [InlineData("Ada Quill\n\nat the pier, since May\n\n0:01\n\nDid you ship?\n\nBo\n\nGuest\n\n0:05\n\nWe did.\n\nAda Quill\n\nat the pier, since May\n\n0:09\n\nWhen was it?\n\nBo\n\nGuest\n\n1:12\n\nOn Tuesday.\n")]
    [InlineData("0:01\nAda Quill\nHost\nDid you ship?\n0:05\nBo\nGuest\nWe did.\n0:09\nAda Quill\nHost\nWhen was it?\n1:12\nBo\nGuest\nOn Tuesday.\n")]
    [InlineData("Ada Quill\n(0:01) Did you ship?\n\nBo\n(0:05) We did.\n\nAda Quill\n(0:09) When was it?\n\nBo\n(1:12) On Tuesday.\n")]   // a time before the words
    [InlineData("Ada Quill:\n[0:01] Did you ship?\nBo:\n[0:05] We did.\nAda Quill:\n[0:09] When was it?\nBo:\n[1:12] On Tuesday.\n")]
    [InlineData("Ada Quill\n0:01 Did you ship?\n\nBo\n0:05 We did.\n\nAda Quill\n0:09 When was it?\n\nBo\n1:12 On Tuesday.\n")]
    public void A_name_on_a_line_of_its_own_beside_a_time_opens_a_turn(string text) => Assert.Equal(Talk, Read(text).Split("! ")[0]);

    [Fact]
    public void A_role_that_was_left_out_is_told_once_for_each_name()
    {
        var draft = new LabelledFormat().Parse(new SourceText(
            "a.txt", "Ada\nHost\n0:01\nDid you ship?\n\nBo\nof the pier\n0:05\nWe did.\n\nAda\nHost\n0:09\nWhen was it?\n\nBo\nof the pier\n1:12\nOn Tuesday.\n"));

        Assert.Equal(["Host", "of the pier"], draft.Diagnostics.Items.Select(diagnostic => diagnostic.Message.Split(": ")[1]));
    }

    [Theory]
    [InlineData("Ada\n0:01\nDid you ship?\n\nBo\n0:05\nWe did.\n\nAda\n0:09\nWhen?\n\nBo\n0:12\nOn Tuesday.\n\nCy Ott\n0:15\nMay I?\n")]
    [InlineData("Ada\n(0:01) Did you ship?\n\nBo\n(0:05) We did.\n\nAda\n(0:09) When?\n\nBo\n(0:12) On Tuesday.\n\nCy Ott\n(0:15) May I?\n")]
    public void A_full_name_needs_no_second_block_among_others(string text) => Assert.EndsWith("Cy Ott @0:15\n  May I?\n", Read(text), StringComparison.Ordinal);

    [Fact]
    public void A_time_before_a_further_paragraph_is_that_paragraphs() =>
        Assert.Equal(
            "Ada @0:01\n  Did you ship?\nBo @0:05\n  We did.\n  @0:09 On Tuesday.\nAda @0:12\n  I see.\nBo @0:15\n  Good.\n",
            Read("Ada\n(0:01) Did you ship?\n\nBo\n(0:05) We did.\n\n(0:09) On Tuesday.\n\nAda\n(0:12) I see.\n\nBo\n(0:15) Good.\n"));

    [Theory]
    [InlineData("[0:01] we went up and I said\nOkay\n[0:05] and you know we went down\nOkay\n[0:09] so I told you of the cat\nRight\n[0:14] and you did not believe me\nRight\n[0:19] which I see\n")]   // captions
    [InlineData("Music\n[0:01] We went up, you know.\n\nMusic\n[0:05] And we went down.\n\nMusic\n[0:09] So I told you of the cat.\n")]                // a sound
    [InlineData("The Pier\n[0:01] We went up, you know.\n\nThe Tower\n[0:05] And we went down.\n\nThe Cat\n[0:09] So I told you of the cat.\n")]          // headings
    public void A_line_above_timed_words_that_is_no_name_names_nobody(string text) => Assert.DoesNotContain("Okay @", Read(text), StringComparison.Ordinal);

    [Fact]
    public void What_stands_between_a_name_and_its_time_is_no_role_where_it_differs() =>
        Assert.Equal(
            "Ada @0:01\n  Did you ship?\n  Bo\nMarsh @0:05\n  We did.\n  Ada\nQuill @0:09\n  When?\n",
            Read("Ada\n0:01\nDid you ship?\n\nBo\nMarsh\n0:05\nWe did.\n\nAda\nQuill\n0:09\nWhen?\n\nAda\n0:12\nSo.\n\nMarsh\n0:15\nSo.\n\nQuill\n0:19\nSo.\n").Replace("Ada @0:12\n  So.\nMarsh @0:15\n  So.\nQuill @0:19\n  So.\n", "", StringComparison.Ordinal));

    [Fact]
    public void A_time_in_words_among_words_stays_words() =>
        Assert.Equal("Ada @0:01\n  How long?\nBo @0:05\n  Give me\n  30 秒\n  and I am there.\n", Read("Ada (0:01)\nHow long?\n\nBo (0:05)\nGive me\n30 秒\nand I am there.\n"));

    private static string Read(string text) => DraftText.Of(new LabelledFormat().Parse(new SourceText("a.txt", text)));
}
