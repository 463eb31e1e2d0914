namespace PodcastInsights.Core.Text;

/// <summary>The styles of a span of text.</summary>
[Flags]
public enum TextStyles
{
    None = 0,
    Emphasis = 1,
    Strong = 2,
    Code = 4,
}

/// <summary>A span of text that has a style or a link.</summary>
/// <param name="Start">Index in the plain text, in characters, as is <paramref name="Length"/>.</param>
/// <param name="Address">Target of a link, as written and not checked; null for none.</param>
public readonly record struct TextSpan(int Start, int Length, TextStyles Styles, string? Address = null)
{
    /// <summary>Index after the last character.</summary>
    public int End => Start + Length;
}

/// <summary>A text with inline Markdown, parsed at import; pages only render it.</summary>
/// <param name="Plain">The text without markup, escapes, link targets and timestamps; a line break is a space.</param>
/// <param name="Spans">The styled and linked spans, in order, without overlaps. Text between them has neither.</param>
public sealed record MarkedText(string Plain, IReadOnlyList<TextSpan> Spans)
{
    public bool Equals(MarkedText? other) => other is not null && Plain == other.Plain && Spans.SequenceEqual(other.Spans);

    public override int GetHashCode() => HashCode.Combine(Plain, Spans.Count);
}
