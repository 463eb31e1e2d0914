namespace PodcastInsights.Core.Transcripts.Takeaways;

/// <summary>
/// Finds paragraphs of a conversation by their text or its beginning. Looking through all of them for each takeaway would make a
/// file that has many of both cost hours.
/// </summary>
internal sealed class ParagraphIndex
{
    private readonly List<(DraftParagraph Paragraph, int Turn)> paragraphs;
    private readonly Dictionary<string, int> first = new(StringComparer.Ordinal);

    // Positions in the conversation, in the order of the texts: those that begin alike stand together.
    private readonly Lazy<int[]> byText;

    public ParagraphIndex(IReadOnlyList<DraftTurn> turns)
    {
        paragraphs = [.. turns.SelectMany((turn, index) => turn.Paragraphs.Select(paragraph => (paragraph, index)))];
        foreach (var (position, (paragraph, _)) in paragraphs.Index())
        {
            first.TryAdd(paragraph.Text, position);
        }

        byText = new Lazy<int[]>(() => [.. Enumerable.Range(0, paragraphs.Count).OrderBy(TextAt, StringComparer.Ordinal)]);
    }

    /// <summary>Index of the first turn with a paragraph of this text; -1 where none has.</summary>
    public int TurnWith(string text) => first.TryGetValue(text, out var position) ? paragraphs[position].Turn : -1;

    /// <summary>The first paragraph, from the given turn on, that begins with the text, and its turn; null where none does.</summary>
    public (DraftParagraph Paragraph, int Turn)? FirstBeginningWith(string text, int fromTurn)
    {
        var sorted = byText.Value;
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(TextAt(sorted[middle]), text) < 0 ? (middle + 1, high) : (low, middle);
        }

        var found = int.MaxValue;
        for (; low < sorted.Length && TextAt(sorted[low]).StartsWith(text, StringComparison.Ordinal); low++)
        {
            found = sorted[low] < found && paragraphs[sorted[low]].Turn >= fromTurn ? sorted[low] : found;
        }

        return found == int.MaxValue ? null : paragraphs[found];
    }

    private string TextAt(int position) => paragraphs[position].Paragraph.Text;
}
