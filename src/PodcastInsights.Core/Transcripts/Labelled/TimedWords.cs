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

    /// <summary>Least share of lines in blocks of a time and words.</summary>
    private const double Blocks = 0.8;

    /// <summary>Least number of times that stand alone above words.</summary>
    private const int FewestBlocks = 5;

    /// <summary>Least rate of speech in characters a second; a list of chapters has a few words for minutes.</summary>
    private const double LeastRate = 2;

    /// <summary>Number of lines that are taken together to tell whether they are speech; captions part sentences.</summary>
    private const int LinesTogether = 4;

    /// <summary>Whether a time stands alone on the line, right above words.</summary>
    public static bool IsAbove(IReadOnlyList<LabelledLine> lines, int at) =>
        lines[at] is { Stamp: not null, Label: null, AfterStamp.Length: 0 } && at + 1 < lines.Count && lines[at + 1] is { Kind: LineKind.Words, Stamp: null, Label: null };

    public static bool Are(IReadOnlyList<LabelledLine> lines)
    {
        var written = lines.Count(static line => !line.IsBlank);
        if (AreInBlocks(lines, written) || AreBelowTimes(lines))
        {
            return true;
        }

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

    /// <summary>Whether times on lines of their own run forward above paragraphs, which somebody speaks at the rate of speech.</summary>
    private static bool AreBelowTimes(IReadOnlyList<LabelledLine> lines)
    {
        var times = Enumerable.Range(0, lines.Count).Where(i => lines[i] is { Stamp.Time: not null, Label: null, AfterStamp.Length: 0 }).ToList();
        if (times.Count < FewestBlocks || times[0] * 2 > lines.Count
            || times.Zip(times.Skip(1)).Any(pair => lines[pair.First].Stamp!.Value.Time > lines[pair.Second].Stamp!.Value.Time))
        {
            return false;
        }

        var said = lines.Skip(times[0]).Take(times[^1] - times[0]).Where(static line => line is { Kind: LineKind.Words, Stamp: null }).Select(static line => line.Text).ToList();
        var seconds = lines[times[^1]].Stamp!.Value.Time!.Value.Seconds - lines[times[0]].Stamp!.Value.Time!.Value.Seconds;
        return said.Sum(static words => words.Length) >= seconds * LeastRate
            && said.Count(static words => Sentences.AreEndedOrTrailOff(words)) >= said.Count * Ending
            && (!SpokenWords.AreKnown(said) || SpokenWords.Share(said) >= Spoken);
    }

    /// <summary>
    /// Whether times and words alternate, as a video site shows its captions. Their words are seldom sentences, but somebody speaks them, and the
    /// times run forward; below those of a list of chapters are titles.
    /// </summary>
    private static bool AreInBlocks(IReadOnlyList<LabelledLine> lines, int written)
    {
        var blocks = Enumerable.Range(0, lines.Count).Where(i => IsAbove(lines, i)).ToList();
        if (blocks.Count < FewestBlocks || blocks.Count * 2 < written * Blocks
            || blocks.Zip(blocks.Skip(1)).Any(pair => lines[pair.First].Stamp!.Value.Time > lines[pair.Second].Stamp!.Value.Time))
        {
            return false;
        }

        var said = blocks.Select(i => lines[i + 1].Text).Chunk(LinesTogether).Select(static words => string.Join(' ', words)).ToList();
        return SpokenWords.AreKnown(said)
            ? SpokenWords.Share(said) >= Spoken
            : said.Average(static words => words.Length) >= LongLine || AreAtRateOfSpeech(lines, blocks);
    }

    /// <summary>
    /// Whether the words between the first time and the last are as many as somebody says in it. Where no spaces part words, lines are short, and a
    /// character is a syllable or more.
    /// </summary>
    private static bool AreAtRateOfSpeech(IReadOnlyList<LabelledLine> lines, List<int> blocks)
    {
        var seconds = lines[blocks[^1]].Stamp!.Value.Time?.Seconds - lines[blocks[0]].Stamp!.Value.Time?.Seconds;
        return seconds > 0
            && blocks.TrueForAll(i => ScriptTable.NeedsNoSpace(lines[i + 1].Text[0]))
            && blocks.SkipLast(1).Sum(i => lines[i + 1].Text.Length) >= seconds * LeastRate;
    }
}
