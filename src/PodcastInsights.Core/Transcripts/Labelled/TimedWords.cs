namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>Distinguishes speech with a time on each line from agendas, lists of chapters and logs.</summary>
internal static class TimedWords
{
    /// <summary>Least share of lines that begin with a time.</summary>
    private const double Stamped = 0.4;

    /// <summary>Least share of the longer lines in direct speech.</summary>
    private const double Spoken = 0.3;

    /// <summary>Least share of lines that end a sentence.</summary>
    private const double Ending = 0.5;

    /// <summary>Least average length of lines in characters, where the language is unknown; chapter titles are shorter.</summary>
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
