using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>A heading that names no speaker: the title of a section, with a time or without.</summary>
internal static class SectionHeading
{
    /// <summary>The section that the heading begins; its title is empty where the heading is a time alone.</summary>
    public static DraftSection Read(LabelledLine line)
    {
        Heading.TryRead(line.Text, out _, out var title);
        var start = (Timestamp?)null;
        if (Stamp.TryRead(title, 0, out var stamp) && stamp.Time is not null)
        {
            start = stamp.Time;
            title = title[stamp.Length..].TrimStart(' ', '-', '–', '—', ':', '|');
        }
        else if (title.LastIndexOf(' ') is > 0 and var last && Stamp.TryRead(title, last + 1, out stamp) && stamp.Time is not null
            && last + 1 + stamp.Length == title.Length)
        {
            start = stamp.IsBracketed ? stamp.Time : null;
            title = stamp.IsBracketed ? title[..last].TrimEnd() : title;
        }

        return new DraftSection(SpeakerName.Clean(title), start, line.Number);
    }
}
