using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Takeaways;

namespace PodcastInsights.Core.Tests.Transcripts.Takeaways;

public sealed class TakeawayLinksTests
{
    [Theory]
    [InlineData("We shipped on a Tuesday morning. Nobody noticed.", "We shipped on a Tuesday morning.")]
    [InlineData("Yeah. We shipped on a Tuesday morning. Nobody noticed.", "Yeah. We shipped on a Tuesday morning.")] // says little alone
    [InlineData("Yeah. Yes.", "Yeah. Yes.")]
    [InlineData("[inaudible 0:14].\n\nWe shipped on a Tuesday morning. Nobody noticed.", "We shipped on a Tuesday morning.")]
    [InlineData("We shipped on a Tuesday morning without an end", "We shipped on a Tuesday morning without an end")]
    public void Where_the_heading_was_a_piece_of_the_passage_the_opening_is_the_heading(string passage, string heading)
    {
        var takeaway = Link(new DraftTakeaway(null, passage, Cut: false, Line: 1), "Bo: Well?", $"Ada: {passage}");

        Assert.Equal((heading, passage, 2), (takeaway.Heading, takeaway.Text, takeaway.TurnId?.Number));
    }

    [Fact]
    public void A_passage_that_was_cut_is_completed_to_the_end_of_its_sentence_and_no_further()
    {
        var takeaway = Link(
            new DraftTakeaway("Tuesdays", "We shipped on a Tues", Cut: true, Line: 1),
            "Bo: We shipped on a train.",
            "Ada: We shipped on a Tuesday. Nobody noticed.");

        Assert.Equal(("Tuesdays", "We shipped on a Tuesday.", 2), (takeaway.Heading, takeaway.Text, takeaway.TurnId?.Number));
    }

    [Fact]
    public void A_passage_that_nobody_says_has_no_link() =>
        Assert.Null(
            Link(new DraftTakeaway("Tuesdays", "We shipped on a train.", Cut: false, Line: 1), "Ada: We shipped on a Tuesday.").TurnId);

    private static Takeaway Link(DraftTakeaway takeaway, params string[] turns)
    {
        var draft = new EditionDraft("Ada.md", "test");
        draft.Takeaways.Add(takeaway);
        foreach (var (name, text) in turns.Select(turn => (turn.Split(": ", 2)[0], turn.Split(": ", 2)[1])))
        {
            var turn = new DraftTurn(name, 1);
            turn.Paragraphs.AddRange(text.Split("\n\n").Select(paragraph => new DraftParagraph(paragraph, 1)));
            draft.Turns.Add(turn);
        }

        return Assert.Single(TakeawayLinks.Link(
            draft, [.. draft.Turns.Select((turn, index) => TurnId.Of(index + 1, turn.Paragraphs[0].Text))]));
    }
}
