using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering.Views;

namespace PodcastInsights.Web.Tests.Rendering.Views;

public sealed class TurnBlockTests
{
    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void Many_notes_in_a_row_are_folded(int count, bool folded)
    {
        var blocks = Blocks(Markup.None, [.. Enumerable.Range(1, count).Select(number => $"Note {number}")]);

        Assert.Equal(folded ? 1 : count, blocks.Count(block => block is TurnBlock.Stage or TurnBlock.Folded));
        Assert.Equal(folded, blocks[0] is TurnBlock.Folded { Notes.Count: 4 });
        Assert.IsType<TurnBlock.Speech>(blocks[^1]);
    }

    [Theory]
    [InlineData(Markup.Markdown, "*Recorded on the pier*", "Recorded on the pier")]
    [InlineData(Markup.Markdown, "- [The nail](https://example.org/nail)", "• The nail")]
    [InlineData(Markup.Markdown, "* *The Book of Knots*, by A. Ashby", "• The Book of Knots, by A. Ashby")]
    [InlineData(Markup.Markdown, "(applause)", "(applause)")]
    [InlineData(Markup.Markdown, "~~~text\na *b*\n~~~", "~~~text\na *b*\n~~~")]
    [InlineData(Markup.None, "*Recorded on the pier*", "*Recorded on the pier*")]
    public void A_note_in_markdown_is_shown_without_its_marks(Markup markup, string note, string shown) =>
        Assert.Equal(shown, Assert.IsType<TurnBlock.Stage>(Blocks(markup, [note])[0]).Note);

    private static IReadOnlyList<TurnBlock> Blocks(Markup markup, IReadOnlyList<string> notes)
    {
        var id = TurnId.Of(1, "we lit lamps");
        var turn = new Turn(id, 1, "Ada", false, null, [new Paragraph("We lit lamps.", null, false, "en", markup == Markup.Markdown ? MarkdownText.Read("We lit lamps.") : null)]);
        return TurnBlock.Of(turn, [], notes.Select(note => new Note(id, 0, note)));
    }
}
