using CsCheck;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Mcp;

namespace PodcastInsights.Web.Tests.Mcp;

public sealed class TurnWindowTests
{
    private static readonly Gen<string> Texts = Gen.Select(Gen.OneOf("a", "rope ", "灯", "🪢", "e\u0301"), Gen.Int[0, 30_000])
        .Select((piece, length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length)));

    [Fact]
    public void The_windows_of_a_turn_together_are_the_turn() => Gen.OneOf(Texts, Gen.String[0, 40]).Array[0, 8].Sample(texts =>
    {
        var turn = new TurnResponse(
            "3-abcdef", 3, "Ada Quill", false, null, "/", [.. texts.Select(text => new ParagraphResponse(text, null, false, "en"))]);
        List<string> read = [.. texts.Select(_ => "")];
        TranscriptPlace? next = new TranscriptPlace(3);
        while (next is { } from)
        {
            Assert.True(TranscriptPlace.TryParse(from.ToString(), out var again));
            Assert.Equal(from, again);
            var window = TurnWindow.Of(turn, from);
            Assert.InRange(window.Paragraphs.Sum(paragraph => paragraph.Text.Length), 0, TurnWindow.Room);
            for (var i = 0; i < window.Paragraphs.Count; i++)
            {
                var text = window.Paragraphs[i].Text;
                Assert.True(text.Length == 0 || !char.IsLowSurrogate(text[0]) || !char.IsHighSurrogate(read[from.Paragraph - 1 + i].LastOrDefault()));
                read[from.Paragraph - 1 + i] += text;
            }

            Assert.NotEqual(next, window.Next);
            next = window.Next;
        }

        Assert.Equal(texts, read);
    }, iter: 200);

    [Theory]
    [InlineData("12", 12, 1, 0)]
    [InlineData("12.3", 12, 3, 0)]
    [InlineData("12.3.4000", 12, 3, 4000)]
    public void A_place_is_read_as_it_is_written(string text, int turn, int paragraph, int skipped)
    {
        Assert.True(TranscriptPlace.TryParse(text, out var place));
        Assert.Equal(new TranscriptPlace(turn, paragraph, skipped), place);
        Assert.Equal(text, place.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.0")]
    [InlineData("1.1.1.1")]
    [InlineData("1.")]
    [InlineData("99999999999")]
    [InlineData("١")]
    public void What_is_no_place_is_refused(string text) => Assert.False(TranscriptPlace.TryParse(text, out _));
}
