using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>The start of a line that may name a speaker. The whole file decides whether it does.</summary>
/// <param name="Name">The name without surrounding marks, as <see cref="Speakers.SpeakerName.Clean"/> leaves it.</param>
/// <param name="Initials"><c>AQ</c> in <c>Ada Quill (AQ):</c>; null for none.</param>
/// <param name="HasStamp">Whether the label has digits where a time would be.</param>
/// <param name="Start">The time; null where the digits are none, such as 75 seconds.</param>
/// <param name="Words">Text after the label, trimmed; may be empty.</param>
/// <param name="IsListItem">Whether a list marker comes before the label.</param>
/// <param name="IsQuoted">Whether it is in a block quotation.</param>
/// <param name="BeginsWithBareTime">Whether it begins with a time without brackets, which may be part of a sentence.</param>
/// <param name="LacksColon">Whether the colon is missing that labels of this shape usually have.</param>
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
    /// <summary>What a line between the name and its time says that somebody is: <c>Host</c>; null for none.</summary>
    public string? Role { get; init; }

    public bool StandsAlone => Words.Length == 0;
}
