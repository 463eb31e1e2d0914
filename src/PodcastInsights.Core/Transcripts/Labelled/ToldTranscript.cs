namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// Speech without names and times below a heading that says so: <c>## Transcript</c>. The page of one speaker needs no labels; without the heading
/// its words could be those of any article.
/// </summary>
/// <param name="First">Index of its first line.</param>
/// <param name="End">Index of the first line below it.</param>
internal sealed record ToldTranscript(int First, int End)
{
    /// <summary>Least number of paragraphs.</summary>
    private const int Fewest = 3;

    /// <summary>Least share of paragraphs in direct speech, where the language is known.</summary>
    private const double Spoken = 0.2;

    /// <summary>Least share of paragraphs that end as sentences do.</summary>
    private const double Ended = 0.7;

    /// <summary>Least share of lines that are words, and no lists, tables and code.</summary>
    private const double Words = 0.9;

    public static ToldTranscript? In(IReadOnlyList<LabelledLine> lines)
    {
        var heading = Enumerable.Range(0, lines.Count).FirstOrDefault(i => lines[i].Kind == LineKind.Heading && SectionHeading.SaysTranscript(lines[i]), -1);
        if (heading < 0)
        {
            return null;
        }

        Heading.TryRead(lines[heading].Text, out var level, out _);
        var first = heading + 1;
        while (first < lines.Count && lines[first].IsBlank)
        {
            first++;
        }

        var end = first;
        while (end < lines.Count && !IsHeadingOfAnother(lines[end], level))
        {
            end++;
        }

        var written = lines.Skip(first).Take(end - first).Where(static line => !line.IsBlank && line.Kind != LineKind.Heading).ToList();
        var said = written.FindAll(static line => line.Kind == LineKind.Words).ConvertAll(static line => line.Text);
        return said.Count >= Fewest && said.Count >= written.Count * Words
            && said.Count(static text => Sentences.AreEndedOrTrailOff(text)) >= said.Count * Ended
            && (!SpokenWords.AreKnown(said) || SpokenWords.Share(said) >= Spoken)
            ? new ToldTranscript(first, end)
            : null;
    }

    private static bool IsHeadingOfAnother(LabelledLine line, int level) =>
        line.Kind == LineKind.Heading && Heading.TryRead(line.Text, out var other, out _) && (other <= level || PageParts.Of(line) != PagePart.None);
}
