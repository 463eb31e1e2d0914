namespace PodcastInsights.Core.Transcripts.Labelled;

internal enum LineKind
{
    /// <summary>Nothing, or a rule across the page.</summary>
    Blank,

    /// <summary>A comment of the file's writer, which readers are not shown.</summary>
    Comment,

    /// <summary>A fence of code or a line within: nobody says it.</summary>
    Code,

    /// <summary>A Markdown heading.</summary>
    Heading,

    /// <summary>An item of a list, a row of a table, a tag.</summary>
    Foreign,

    /// <summary>Any other words.</summary>
    Words,
}

/// <summary>One line of a file, looked at alone.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">Trimmed, without the comments that stand in it.</param>
/// <param name="Label">What it begins with, where that could name a speaker.</param>
/// <param name="Stamp">The time it begins with, where no name follows it.</param>
/// <param name="IsIndented">Whether blanks stand before its words.</param>
internal readonly record struct LabelledLine(
    int Number, LineKind Kind, string Text, LabelCandidate? Label, Stamp? Stamp, bool IsIndented)
{
    /// <summary>Whether a comment, or a part of one, was taken out of the line.</summary>
    public bool HadComment { get; init; }

    public bool IsBlank => Kind is LineKind.Blank or LineKind.Comment;

    /// <summary>The words after the stamp.</summary>
    public string AfterStamp => Stamp is { } stamp ? Text[stamp.Length..].TrimStart().TrimStart(':', '：').Trim() : Text;
}
