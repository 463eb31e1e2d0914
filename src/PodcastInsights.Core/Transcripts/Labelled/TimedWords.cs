namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>Tells the words of a recording, each line with its time, from agendas, lists of chapters and logs.</summary>
internal static class TimedWords
{
    /// <summary>Share of the lines that begin with a time.</summary>
    private const double Stamped = 0.4;

    /// <summary>Share of the longer lines that are said to somebody.</summary>
    private const double Spoken = 0.3;

    /// <summary>Share of the lines that end a sentence.</summary>
    private const double Ending = 0.5;

    /// <summary>Characters of a line on average, where the language is not known; chapters have shorter titles.</summary>
    private const double LongLine = 40;

    public static bool Are(IReadOnlyList<LabelledLine> lines)
    {
        var written = lines.Count(static line => !line.IsBlank);
        var stamped = lines.Where(static line => line is { Stamp: not null, AfterStamp.Length: > 0 }).ToList();
        var ranges = lines.Count(static line => line.Stamp is { IsRange: true });
        if (ranges > 1 && ranges * 4 >= written)
        {
            return true;
        }

        if (stamped.Count < 2 || stamped.Count < written * Stamped
            || stamped.Count(static line => Sentences.AreEndedOrTrailOff(line.AfterStamp)) < stamped.Count * Ending)
        {
            return false;
        }

        var said = stamped.ConvertAll(static line => line.AfterStamp);
        return SpokenWords.AreKnown(said)
            ? SpokenWords.Share(said) >= Spoken
            : stamped.Average(static line => line.AfterStamp.Length) >= LongLine;
    }
}
