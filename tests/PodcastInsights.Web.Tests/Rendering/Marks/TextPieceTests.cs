using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering.Marks;

namespace PodcastInsights.Web.Tests.Rendering.Marks;

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

    [Fact]
    public void Parts_spans_and_marks_cut_a_paragraph_in_any_way_without_loss()
    {
        // Each bit of the three numbers is a place where a stretch begins or ends.
        const string plain = "abcde";
        for (var cuts = 0; cuts < 1 << 16; cuts++)
        {
            var spans = Stretches(cuts & 63).Select(range => new TextSpan(range.Start, range.End - range.Start, TextStyles.Strong)).ToList();
            var marks = Stretches((cuts >> 6) & 63);
            int[] ends = [0, .. Places(cuts >> 12).Select(place => place + 1), plain.Length];
            var shown = TextPiece.Of(
                new Paragraph("", null, false, "en", new MarkedText(plain, spans)),
                [.. ends.Zip(ends.Skip(1)).Select(pair => new TextRange(pair.First, pair.Second))],
                marks);
            var at = 0;
            foreach (var piece in shown.SelectMany(part => part))
            {
                var end = at + piece.Text.Length;
                Assert.Equal(plain[at..end], piece.Text);
                Assert.Equal(marks.Exists(mark => mark.Start <= at && end <= mark.End), piece.Match);
                Assert.Equal(spans.Exists(span => span.Start <= at && end <= span.End), piece.Styles == TextStyles.Strong);
                at = end;
            }

            Assert.Equal(plain.Length, at);
        }

        static IEnumerable<int> Places(int bits) => Enumerable.Range(0, 6).Where(place => (bits >> place & 1) == 1);

        // Every other stretch between the places.
        static List<TextRange> Stretches(int bits) =>
            [.. Places(bits).Chunk(2).Where(pair => pair.Length == 2).Select(pair => new TextRange(pair[0], pair[1]))];
    }

    private static IReadOnlyList<TextPiece> Pieces(string text, params TextRange[] marks)
    {
        var paragraph = new Paragraph(text, null, false, "en", MarkdownText.Read(text));
        return TextPiece.Of(paragraph, [new TextRange(0, paragraph.Plain.Length)], marks)[0];
    }
}
