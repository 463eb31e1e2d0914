namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>Which times are those of turns and paragraphs, and which are words.</summary>
internal sealed partial class LabelledReader
{
    /// <summary>A time at the start of the text, in parentheses, as a link or without marks: where most labels have one, it is the turn's.</summary>
    private static Stamp? TimeOfWords(in LabelCandidate label) =>
        Stamp.TryReadMarked(label.Words, 0, out var stamp) && stamp.Bracket != '[' && stamp.Length < label.Words.Length ? stamp : null;

    private static LabelCandidate WithoutTime(in LabelCandidate label, in Stamp stamp) =>
        label with { HasStamp = true, Start = stamp.Time, Words = label.Words[stamp.Length..].TrimStart(' ', '-', '–', ':') };

    /// <summary>
    /// Uses a time that is alone after the name as the label's where text follows; after the name of a break it is the only content.
    /// </summary>
    private LabelCandidate WithTimeAlone(in LabelCandidate label, int at) =>
        label.Words.Length > 0 && Stamp.TryRead(label.Words, 0, out var stamp) && stamp.Length == label.Words.Length
            && NextWritten(at) is { Kind: LineKind.Words, Stamp: null } next && !text.IsLabel(next)
            ? label with { HasStamp = true, Start = stamp.Time, Words = "" }
            : label;

    private LabelledLine? NextWritten(int at)
    {
        var next = at + 1;
        while (next < text.Lines.Count && text.Lines[next].IsBlank)
        {
            next++;
        }

        return next < text.Lines.Count ? text.Lines[next] : null;
    }

    /// <summary>Adds the time from the line above to the label; in Markdown the timestamp is kept as written.</summary>
    private LabelCandidate WithStamp(in LabelCandidate label, string above)
    {
        Stamp.TryReadMarked(above, 0, out var stamp);
        return label with { Start = stamp.Time, HasStamp = true, Words = isMarkdown && !stamp.IsMarked ? $"{above} {label.Words}".TrimEnd() : label.Words };
    }

    /// <summary>"(12:30) is when it broke" is a sentence; a timestamp in square brackets, or before a colon, is not part of one.</summary>
    private static bool IsMoment(LabelledLine line, in Stamp stamp) =>
        stamp.Bracket is '[' or '\0' || stamp.IsMarked || stamp.Length == line.Text.Length || line.Text[stamp.Length..].TrimStart() is [':' or '：', ..];

    private void ReadMoment(LabelledLine line, in Stamp stamp)
    {
        if (isMarkdown && stamp is { IsBracketed: true, IsMarked: false })
        {
            if (turns.AtParagraphStart)
            {
                turns.Continue(stamp.Time, line.Number);
            }

            Add(line.Text, line.Number);
            return;
        }

        turns.Continue(stamp.Time, line.Number);
        if (line.AfterStamp.Length > 0)
        {
            Add(line.AfterStamp, line.Number);
        }
    }
}
