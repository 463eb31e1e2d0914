using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation;

/// <summary>How the words of a link were found.</summary>
public enum QuotationMatch
{
    /// <summary>They are where the link says.</summary>
    Exact,

    /// <summary>They are elsewhere in the turn, or in another turn.</summary>
    Moved,

    /// <summary>The words do not exist any more. The nearest passage is shown, and must not be quoted as theirs.</summary>
    Edited,

    /// <summary>The link has no hash, so the words cannot be verified.</summary>
    Unknown,
}

/// <summary>The words of a link in the present text.</summary>
/// <param name="Words">Parameter of a link to them, with their hash.</param>
/// <param name="Passages">One for each turn, in order; at least one.</param>
/// <param name="Was">The former words, where they have changed and are remembered; else null.</param>
/// <param name="Changes">Differences from the former to the present words; empty where <paramref name="Was"/> is null.</param>
public sealed record Quotation(
    QuotationMatch Match,
    CitedWords Words,
    IReadOnlyList<QuotedPassage> Passages,
    string? Was,
    IReadOnlyList<WordChange> Changes)
{
    /// <summary>The plain text; turns are separated by a line break.</summary>
    public string Text => string.Join('\n', Passages.Select(passage => passage.Text));

    /// <summary>Whether these are the words of the link, as far as can be told.</summary>
    public bool IsQuotation => Match != QuotationMatch.Edited;

    internal static Quotation Of(SpokenWords words, WordWindow window, QuotationMatch match) =>
        new(match, words.Cite(window), words.PassagesOf(window), null, []);
}

/// <summary>Some words of one turn.</summary>
/// <param name="FirstWord">Number in the turn, from 1, as is <paramref name="LastWord"/>; inclusive.</param>
/// <param name="Ranges">Ranges in each paragraph, which is counted from 1.</param>
public sealed record QuotedPassage(
    Turn Turn, int FirstWord, int LastWord, IReadOnlyList<(int Paragraph, TextRange Range)> Ranges)
{
    public string Text => string.Join(
        ' ', Ranges.Select(range => Turn.Paragraphs[range.Paragraph - 1].Plain[range.Range.Start..range.Range.End]));
}
