using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Tests.Transcripts.Labelled;

public sealed class PlainLabelTests
{
    [Theory]
    [InlineData("Ada: Words.", "Ada")]
    [InlineData("Ada Quill: Words.", "Ada Quill")]
    [InlineData("Ada：Words.", "Ada")]
    [InlineData("ADA :  Words.", "ADA")]
    [InlineData("Speaker 0: Words.", "Speaker 0")]
    [InlineData("Dr. Ada B. Quill, Jr.: Words.", "Dr. Ada B. Quill, Jr.")]
    [InlineData("Q:\nWords.", "Q")]
    [InlineData("林小明：Words.", "林小明")]
    [InlineData(">> ADA: Words.", "ADA")]
    public void A_name_that_comes_again_before_a_colon_opens_a_turn(string line, string speaker)
    {
        var turns = Parse($"{line}\n\nSomebody Else: Hm.\n\n{line}").Turns;

        Assert.Equal([speaker, "Somebody Else", speaker], turns.Select(turn => turn.Speaker));
        Assert.Equal("Words.", Assert.Single(turns[2].Paragraphs).Text);
    }

    [Theory]
    [InlineData("Note: it held.")]
    [InlineData("https://example.org: it held.")]
    [InlineData("12:30 it held.")]
    [InlineData("std::move(held)")]
    [InlineData("And this is what I have always said to everybody: it held.")]
    [InlineData("and then: it held.")]
    [InlineData("It held. Then: no.")]
    [InlineData("Why? Because: no.")]
    public void Words_before_a_colon_that_are_no_name_stay_words(string line)
    {
        var turn = Assert.Single(Parse($"Ada: One.\n\nAda: Two.\n\n{line}\n").Turns.Skip(1));

        Assert.Equal(["Two.", line], turn.Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Theory]
    [InlineData("Shopping\n\nMilk: two\nBread: one\nSalt: none\n")]
    [InlineData("It was late. One thing: it held.\n\nAnother thing: it broke.\n")]
    public void A_file_where_no_name_comes_again_gets_no_vote(string text) =>
        Assert.Equal(0, new LabelledFormat().Vote(new SourceText("a.txt", text)).Share);

    [Fact]
    public void Initials_stand_for_the_name_that_introduced_them() =>
        Assert.Equal(
            "Ada Quill\n  One.\nBo\n  Two.\nAda Quill\n  Three.\n", DraftText.Of(Parse("Ada Quill (AQ): One.\nBo: Two.\nAQ: Three.\n")));

    [Fact]
    public void A_line_of_many_megabytes_is_read_in_one_pass() =>
        Assert.Single(Parse("Ada: One.\nAda: " + string.Concat(Enumerable.Repeat("A: ", 1_000_000))).Turns.Skip(1));

    private static EditionDraft Parse(string text) => new LabelledFormat().Parse(new SourceText("a.txt", text));
}
