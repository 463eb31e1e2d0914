using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>What a line begins with, where that could name a speaker; the whole file decides whether it does.</summary>
/// <param name="Name">Without marks round it, as <see cref="Speakers.SpeakerName.Clean"/> leaves it.</param>
/// <param name="Initials"><c>AQ</c> in <c>Ada Quill (AQ):</c>; null where none are introduced.</param>
/// <param name="HasStamp">Whether digits in the place of a time stand in the label.</param>
/// <param name="Start">Their time; null where they are none, such as 75 seconds.</param>
/// <param name="Words">The line's words after the label, trimmed; they may be none.</param>
/// <param name="IsListItem">Whether the mark of a list stands before the label.</param>
/// <param name="IsQuoted">Whether it stands in a block quotation.</param>
/// <param name="BeginsWithBareTime">Whether it begins with a time that no bracket marks: that may be a part of a sentence.</param>
/// <param name="LacksColon">Whether the label has no colon though its shape has one most often.</param>
internal readonly record struct LabelCandidate(
    LabelShape Shape,
    string Name,
    string? Initials,
    bool HasStamp,
    Timestamp? Start,
    string Words,
    bool IsListItem,
    bool IsQuoted,
    bool BeginsWithBareTime,
    bool LacksColon)
{
    public bool StandsAlone => Words.Length == 0;
}
