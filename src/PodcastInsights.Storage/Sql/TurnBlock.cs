using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Storage.Sql;

/// <summary>Successive turns of a body that are stored together. A turn that is long goes on in the next block.</summary>
/// <param name="First">Index of the first turn in the body.</param>
/// <param name="FirstParagraph">The first paragraph of the first turn that is here, from 1.</param>
/// <param name="Turns">Each with those of its paragraphs that are here.</param>
internal sealed record TurnBlock(int First, int FirstParagraph, IReadOnlyList<TurnRow> Turns)
{
    /// <summary>
    /// Characters after which the next block begins: what is read for one paragraph. Twice as many would be a fifteenth less in all.
    /// </summary>
    private const int Most = 4 << 10;

    /// <summary>Divides the turns of a body.</summary>
    /// <exception cref="ArgumentException">Their numbers are not their places: the turn of an id would be another.</exception>
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
