using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Storage.Sql;

/// <summary>Successive turns of a body that are stored together. A long turn continues in the next block.</summary>
/// <param name="First">Index of the first turn in the body.</param>
/// <param name="FirstParagraph">Number of the first paragraph of the first turn that is in the block, from 1.</param>
/// <param name="Turns">The turns, each with those of its paragraphs that are in the block.</param>
internal sealed record TurnBlock(int First, int FirstParagraph, IReadOnlyList<TurnRow> Turns)
{
    /// <summary>
    /// Number of characters after which the next block begins. A whole block is read for one paragraph. Blocks of twice the size would take
    /// a fifteenth less space in all.
    /// </summary>
    private const int Most = 4 << 10;

    /// <summary>Divides the turns of a body.</summary>
    /// <exception cref="ArgumentException">
    /// The numbers of the turns are not consecutive from 1, so an id would give another turn.
    /// </exception>
    public static IEnumerable<TurnBlock> Of(IReadOnlyList<TurnRow> turns)
    {
        var (first, firstParagraph, characters) = (0, 1, 0);
        var block = new List<TurnRow>();
        foreach (var (index, turn) in turns.Index())
        {
            if (turn.Number != index + 1)
            {
                throw new ArgumentException($"Turn {index + 1} has the number {turn.Number}.", nameof(turns));
            }

            var begun = 0;
            foreach (var (number, paragraph) in turn.Paragraphs.Index())
            {
                if (characters >= Most)
                {
                    if (number > begun)
                    {
                        block.Add(Part(turn, begun, number));
                    }

                    yield return new TurnBlock(first, firstParagraph, block);
                    (first, firstParagraph, characters, begun, block) = (index, number + 1, 0, number, []);
                }

                characters += paragraph.Text.Length;
            }

            block.Add(Part(turn, begun, turn.Paragraphs.Count));
        }

        if (block.Count > 0)
        {
            yield return new TurnBlock(first, firstParagraph, block);
        }
    }

    private static TurnRow Part(TurnRow turn, int from, int to) =>
        to - from == turn.Paragraphs.Count ? turn : turn with { Paragraphs = [.. turn.Paragraphs.Skip(from).Take(to - from)] };
}
