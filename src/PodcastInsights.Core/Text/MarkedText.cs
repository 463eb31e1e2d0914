namespace PodcastInsights.Core.Text;

/// <summary>How a run of words is set.</summary>
[Flags]
public enum TextStyles
{
    None = 0,
    Emphasis = 1,
    Strong = 2,
    Code = 4,
}

/// <summary>A stretch of words that is set or linked.</summary>
/// <param name="Start">In characters of the plain words, as is <paramref name="Length"/>.</param>
/// <param name="Address">Where the words link to, as written and not checked; null where they do not.</param>
public readonly record struct TextSpan(int Start, int Length, TextStyles Styles, string? Address = null)
{
    /// <summary>Just behind the last character.</summary>
    public int End => Start + Length;
}

/// <summary>What a text with Markdown among its words says. Made once, when the text is read; pages only write it.</summary>
/// <param name="Plain">The words without marks, escapes, link targets and stamps; a line break is a space.</param>
/// <param name="Spans">What is set or linked, in order, without overlaps; the words between are neither.</param>
public sealed record MarkedText(string Plain, IReadOnlyList<TextSpan> Spans)
{
    public bool Equals(MarkedText? other) => other is not null && Plain == other.Plain && Spans.SequenceEqual(other.Spans);

    public override int GetHashCode() => HashCode.Combine(Plain, Spans.Count);
}
