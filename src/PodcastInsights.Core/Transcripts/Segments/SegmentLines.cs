using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Transcripts.Segments;

/// <summary>Distinguishes segments of speech from other text without marks: wrapped prose, verses, lists.</summary>
internal static class SegmentLines
{
    private const int Fewest = 15;

    /// <summary>The fewest lines where nothing shows that sentences continue from line to line.</summary>
    private const int FewestOfSentences = 30;

    /// <summary>Longest line in characters. Paragraphs are longer.</summary>
    private const int Longest = 300;

    /// <summary>Longest average length of a line.</summary>
    private const int LongestOnAverage = 120;

    /// <summary>Least share of lines that would have room for the next word, if text were wrapped.</summary>
    private const double WithRoom = 0.5;

    /// <summary>Number of lines that are taken together to tell whether they are speech, because segments part sentences.</summary>
    private const int LinesTogether = 4;

    /// <summary>Least share in direct speech.</summary>
    private const double Spoken = 0.5;

    /// <summary>Least share of lines in small letters, of those that continue a sentence. Each line of a verse begins with a capital.</summary>
    private const double Small = 0.6;

    /// <summary>Number of lines that continue a sentence from which on they tell something.</summary>
    private const int Enough = 3;

    public static bool Are(IReadOnlyList<LabelledLine> lines)
    {
        var first = Enumerable.Range(0, lines.Count).FirstOrDefault(i => !lines[i].IsBlank, lines.Count);
        var written = lines.Skip(first).TakeWhile(static line => !line.IsBlank).ToList();
        if (written.Count < Fewest
            || lines.Skip(first + written.Count).Any(static line => !line.IsBlank)
            || written.Exists(static line => line is not { Kind: LineKind.Words, Stamp: null, HadComment: false } || line.Text.Length > Longest)
            || written.Average(static line => line.Text.Length) > LongestOnAverage
            || IsWrapped(written))
        {
            return false;
        }

        var said = written.Select(static line => line.Text).Chunk(LinesTogether).Select(static text => string.Join(' ', text)).ToList();
        return SpokenWords.AreKnown(said) && SpokenWords.Share(said) >= Spoken && ContinueSentences(written);
    }

    private static bool IsWrapped(List<LabelledLine> lines)
    {
        var width = lines.Max(static line => line.Text.Length);
        var withRoom = lines.Zip(lines.Skip(1)).Count(pair => pair.First.Text.Length + 1 + FirstWord(pair.Second.Text) <= width);
        return withRoom < (lines.Count - 1) * WithRoom;
    }

    private static int FirstWord(string text) => ScriptTable.NeedsNoSpace(text[0]) ? 1 : text.AsSpan().IndexOf(' ') is > 0 and var end ? end : text.Length;

    /// <summary>Whether lines within a sentence begin with small letters. Scripts that have none, and whole sentences, need more lines.</summary>
    private static bool ContinueSentences(List<LabelledLine> lines)
    {
        var continuing = lines.Zip(lines.Skip(1))
            .Where(static pair => !Sentences.AreEndedOrTrailOff(pair.First.Text))
            .Select(static pair => pair.Second.Text)
            .Where(static text => char.IsLower(text[0]) || char.IsUpper(text[0]))
            .ToList();
        return continuing.Count < Enough
            ? lines.Count >= FewestOfSentences
            : continuing.Count(static text => char.IsLower(text[0]) || text.StartsWith("I ", StringComparison.Ordinal)) >= continuing.Count * Small;
    }
}
