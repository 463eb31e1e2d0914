namespace PodcastInsights.Core.Transcripts.Takeaways;

/// <summary>
/// Index of the paragraphs of a conversation by text and by prefix. Without it, many takeaways in a long conversation would cost quadratic
/// time.
/// </summary>
internal sealed class ParagraphIndex
{
    private readonly List<(DraftParagraph Paragraph, int Turn)> paragraphs;
    private readonly Dictionary<string, int> first = new(StringComparer.Ordinal);

    // Positions in the conversation, sorted by text, so that equal prefixes are adjacent.
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

    /// <summary>Index of the first turn with a paragraph of this text; -1 for none.</summary>
    public int TurnWith(string text) => first.TryGetValue(text, out var position) ? paragraphs[position].Turn : -1;

    /// <summary>The first paragraph with this prefix from a turn on, and its turn; null for none.</summary>
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
