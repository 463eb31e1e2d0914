using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering;

namespace PodcastInsights.Web.Tests.Rendering;

public sealed class TextPieceTests
{
    [Fact]
    public void Emphasis_links_and_marks_cut_a_paragraph_and_lose_no_character()
    {
        var day = new Uri("https://example.org/t");
        Assert.Equal(
            [
                new("We ", false, TextStyles.None, null),
                new("shipp", true, TextStyles.Emphasis, null),
                new("ed", false, TextStyles.Emphasis, null),
                new(" on ", false, TextStyles.None, null),
                new("a ", false, TextStyles.None, day),
                new("Tuesday", false, TextStyles.Strong, day),
                new(".", false, TextStyles.None, null),
            ],
            Pieces("We *shipped* on [a **Tuesday**](https://example.org/t).", new TextRange(3, 8)));
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](data:text/html,1)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("[x](other-file.md)")]
    [InlineData("[x](https://user:secret@example.org/)")]
    public void Only_web_addresses_become_links(string text) => Assert.All(Pieces(text), piece => Assert.Null(piece.Link));

    [Fact]
    public void Speech_without_markup_is_shown_as_it_stands()
    {
        var paragraph = new Paragraph("2 * 3 * 4 is [not] _this_", null, false, "en");
        var pieces = TextPiece.Of(paragraph, [new TextRange(0, paragraph.Text.Length)], [])[0];
        Assert.Equal(paragraph.Text, string.Concat(pieces.Select(piece => piece.Text)));
    }

    private static IReadOnlyList<TextPiece> Pieces(string text, params TextRange[] marks)
    {
        var paragraph = new Paragraph(text, null, false, "en", MarkdownText.Read(text));
        return TextPiece.Of(paragraph, [new TextRange(0, paragraph.Plain.Length)], marks)[0];
    }
}
