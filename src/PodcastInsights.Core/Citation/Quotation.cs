using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation;

/// <summary>What became of the words that a link names.</summary>
public enum QuotationMatch
{
    /// <summary>They stand where the link says.</summary>
    Exact,

    /// <summary>They stand elsewhere in the turn now, or in another turn.</summary>
    Moved,

    /// <summary>Nobody says these words any more; what is shown is what comes nearest, and no quotation.</summary>
    Edited,

    /// <summary>The link does not tell what they were.</summary>
    Unknown,
}

/// <summary>The words of a link, as they are now.</summary>
/// <param name="Words">A link to them, with their hash.</param>
/// <param name="Passages">One for each turn, in order; at least one.</param>
/// <param name="Was">What the link's words were, where they have changed and that is remembered; else null.</param>
/// <param name="Changes">From what they were to what they are; empty where <paramref name="Was"/> is null.</param>
public sealed record Quotation(
    QuotationMatch Match,
    CitedWords Words,
    IReadOnlyList<QuotedPassage> Passages,
    string? Was,
    IReadOnlyList<WordChange> Changes)
{
    /// <summary>The words alone; those of one turn and of the next are parted by a line break.</summary>
    public string Text => string.Join('\n', Passages.Select(passage => passage.Text));

    /// <summary>Whether these are the words that the link names, as far as it tells.</summary>
    public bool IsQuotation => Match != QuotationMatch.Edited;

    internal static Quotation Of(SpokenWords words, WordWindow window, QuotationMatch match) =>
        new(match, words.Cite(window), words.PassagesOf(window), null, []);
}

/// <summary>Some words of one turn.</summary>
/// <param name="FirstWord">From 1 in the turn, as is <paramref name="LastWord"/>, inclusive.</param>
/// <param name="Ranges">Where they stand in each paragraph, which is counted from 1.</param>
public sealed record QuotedPassage(
    Turn Turn, int FirstWord, int LastWord, IReadOnlyList<(int Paragraph, TextRange Range)> Ranges)
{
    public string Text => string.Join(
        ' ', Ranges.Select(range => Turn.Paragraphs[range.Paragraph - 1].Plain[range.Range.Start..range.Range.End]));
}
