namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <summary>Marks paragraphs with at least one sentence of an advertisement, and names their sponsors.</summary>
internal static class SponsorPass
{
    /// <summary>Sets <see cref="DraftParagraph.Sponsor"/>, and returns the reads in order of the text. Two may share a paragraph.</summary>
    /// <param name="turns">Turns, with adjacent ones of one speaker joined.</param>
    /// <param name="show">Name of the show in the file; null where it has none, and is inferred from addresses if possible.</param>
    public static IReadOnlyList<SponsorReadPart> Mark(IReadOnlyList<DraftTurn> turns, string? show)
    {
        ArgumentNullException.ThrowIfNull(turns);

        var episode = new EpisodeSentences(turns, show);
        var reads = new List<SponsorReadPart>();
        foreach (var passage in new SponsorReadFinder(episode).Find())
        {
            var sentences = episode.Sentences.Skip(passage.First).Take(passage.Last - passage.First + 1);
            foreach (var part in sentences.GroupBy(sentence => sentence.Turn))
            {
                var first = part.First().Paragraph;
                var last = part.Last().Paragraph;
                for (var p = first; p <= last; p++)
                {
                    turns[part.Key].Paragraphs[p].Sponsor = true;
                }

                reads.Add(new(part.Key, first + 1, last + 1, passage.Name, passage.Url));
            }
        }

        return reads;
    }
}
