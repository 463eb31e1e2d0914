namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <summary>Marks the paragraphs that advertise, wholly or with at least one sentence, and names their sponsors.</summary>
public static class SponsorPass
{
    /// <summary>Sets <see cref="DraftParagraph.Sponsor"/>; the reads come in the order of the words. Two may share a paragraph.</summary>
    /// <param name="turns">Neighbouring turns of one speaker already joined.</param>
    /// <param name="show">As the file gives it; null where it does not: it is then learned from the addresses, where they tell.</param>
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
