namespace PodcastInsights.Core.Transcripts.Labelled;

internal enum LineKind
{
    /// <summary>A blank line or a horizontal rule.</summary>
    Blank,

    /// <summary>A comment, which readers do not see.</summary>
    Comment,

    /// <summary>A code fence or a line inside: not speech.</summary>
    Code,

    /// <summary>A Markdown heading.</summary>
    Heading,

    /// <summary>An item of a list, a row of a table, a tag.</summary>
    Foreign,

    /// <summary>Any other text.</summary>
    Words,
}

/// <summary>A line of a file, classified without context.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">The text, trimmed, without comments.</param>
/// <param name="Label">A possible speaker's label at its start; null for none.</param>
/// <param name="Stamp">A time at its start that no name follows; null for none.</param>
/// <param name="IsIndented">Whether the line is indented.</param>
internal readonly record struct LabelledLine(
    int Number, LineKind Kind, string Text, LabelCandidate? Label, Stamp? Stamp, bool IsIndented)
{
    /// <summary>Whether a comment was removed from the line.</summary>
    public bool HadComment { get; init; }

    /// <summary>Whether it begins as a label does, whole: the rest of a damaged one looks like any sentence.</summary>
    public bool LooksLabelled => Label is { } label && label.Shape.Evidence() != LabelEvidence.Known;

    /// <summary>Whether it is a horizontal rule.</summary>
    public bool IsRule { get; init; }

    public bool IsBlank => Kind is LineKind.Blank or LineKind.Comment;

    /// <summary>The text after the timestamp.</summary>
    public string AfterStamp => Stamp is { } stamp ? Text[stamp.Length..].TrimStart().TrimStart(':', '：').Trim() : Text;
}
