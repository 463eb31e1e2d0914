using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.Tests.Sql;

public sealed class TurnBlockTests
{
    [Fact]
    public void Blocks_hold_each_paragraph_once_in_order_whatever_the_lengths()
    {
        var random = new Random(3);
        for (var round = 0; round < 50; round++)
        {
            var turns = Enumerable.Range(1, random.Next(0, 40)).Select(number => Row(
                number, [.. Enumerable.Range(0, random.Next(0, 6) * random.Next(0, 4)).Select(_ => random.Next(1, 3000))])).ToList();

            var blocks = TurnBlock.Of(turns).ToList();

            Assert.Equal(
                turns.SelectMany(turn => turn.Paragraphs.Select(paragraph => (turn.Number, paragraph))),
                blocks.SelectMany(block => block.Turns).SelectMany(turn => turn.Paragraphs.Select(paragraph => (turn.Number, paragraph))));
            Assert.Equal(turns.Select(turn => turn.Number), blocks.SelectMany(block => block.Turns).Select(turn => turn.Number).Distinct());
            Assert.All(blocks, block => Assert.Equal(
                turns[block.First].Paragraphs.Skip(block.FirstParagraph - 1).Take(1), block.Turns[0].Paragraphs.Take(1)));
            Assert.All(blocks, block => Assert.Equal(
                block.Turns.Select((_, index) => block.First + index + 1), block.Turns.Select(turn => turn.Number)));
            Assert.All(blocks, block => Assert.InRange(block.Turns.SelectMany(turn => turn.Paragraphs).SkipLast(1).Sum(paragraph => paragraph.Text.Length), 0, 4096));
        }
    }

    [Fact]
    public void Turns_whose_numbers_are_not_their_places_are_refused() =>
        Assert.Throws<ArgumentException>(() => TurnBlock.Of([Row(1, [1]), Row(3, [1])]).ToList());

    private static TurnRow Row(int number, int[] lengths) => new(
        number, "abcdef", "Ada", false, null, "en", null, [.. lengths.Select(length => new Paragraph(new string('o', length), null, sponsor: false, "en"))]);
}
