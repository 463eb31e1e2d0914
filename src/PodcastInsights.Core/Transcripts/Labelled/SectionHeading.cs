using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>A heading without a speaker: the title of a section, with or without a time.</summary>
internal static class SectionHeading
{
    /// <summary>Parses the section; its title is empty where the heading is only a time.</summary>
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

    /// <summary>Whether the line is a heading such as "Transcript".</summary>
    public static bool SaysTranscript(LabelledLine line) => Heading.TryRead(line.Text, out _, out var title) && SaysTranscript(title);

    /// <summary>Whether the title only says that a transcript follows.</summary>
    public static bool SaysTranscript(string title) => title.Trim(' ', ':', '*').ToUpperInvariant() is
        "TRANSCRIPT" or "FULL TRANSCRIPT" or "TRANSCRIPTION" or "EPISODE TRANSCRIPT" or "RETRANSCRIPTION" or "TRANSKRIPT" or "TRANSKRIPTION" or "TRANSCRIPCIÓN" or "TRANSCRIÇÃO" or "TRASCRIZIONE"
        or "ТРАНСКРИПТ" or "РАСШИФРОВКА" or "文字起こし" or "逐字稿" or "文字稿" or "全文" or "文字记录" or "文字紀錄" or "转录内容" or "轉錄內容" or "转写内容" or "轉寫內容";
}
