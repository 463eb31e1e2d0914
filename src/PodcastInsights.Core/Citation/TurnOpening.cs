using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation;

/// <summary>
/// Finds the first words of a former turn by the link's hash alone: where the turn was merged with the one before, or where words were
/// inserted before or among them. Other edits cannot be detected from a hash.
/// </summary>
public static class TurnOpening
{
    /// <summary>Number of turns on each side of the link's number that are searched.</summary>
    public const int Near = 30;

    /// <summary>No more words than these go into a hash, in any script.</summary>
    private const int MostWords = TurnId.Words + TurnId.Characters;

    /// <returns>The turn with these words now; null where none is found.</returns>
    public static Turn? Find(IReadOnlyList<Turn> turns, TurnId id) => turns
        .Where(turn => Math.Abs((long)turn.Number - id.Number) <= Near)
        .OrderBy(turn => Math.Abs((long)turn.Number - id.Number))
        .FirstOrDefault(turn => Says(string.Join('\n', turn.Paragraphs.Select(paragraph => paragraph.Plain)), id.Hash));

    private static bool Says(string text, string hash)
    {
        var words = new List<TextRange>();
        for (var reader = new WordReader(text); reader.MoveNext();)
        {
            words.Add(new(reader.Start, reader.End));
        }

        for (var first = 0; first < words.Count; first++)
        {
            if (Hash(text[words[first].Start..EndOf(first + MostWords)]) == hash)
            {
                return true;
            }
        }

        // One word inserted among the first ones.
        return Enumerable.Range(1, Math.Min(TurnId.Words, Math.Max(0, words.Count - 1)))
            .Any(added => Hash(text[..EndOf(added)] + " " + text[words[added].End..EndOf(MostWords + 1)]) == hash);

        int EndOf(int word) => words[Math.Min(word, words.Count) - 1].End;
    }

    private static string Hash(string opening) => TurnId.Of(1, opening).Hash;
}
