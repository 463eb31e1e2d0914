namespace PodcastInsights.Core.Search.Matching;

/// <summary>Counts the turns found by speaker, episode, topic and year.</summary>
internal sealed class FacetCounter(SearchCorpus corpus)
{
    private readonly SearchDocuments documents = corpus.Documents;
    private readonly int[] byEpisode = new int[corpus.Episodes.Count];
    private readonly int[] bySpeaker = new int[corpus.Speakers.Count];

    public void Add(int document)
    {
        byEpisode[documents.Episodes[document]]++;
        if (documents.Speakers[document] is >= 0 and var speaker)
        {
            bySpeaker[speaker]++;
        }
    }

    public SearchFacets Facets()
    {
        var names = corpus.FacetNames;
        var byTopic = new int[names.Topics.Count];
        var byYear = new SortedDictionary<int, int>();
        for (var episode = 0; episode < byEpisode.Length; episode++)
        {
            if (byEpisode[episode] is > 0 and var count)
            {
                foreach (var topic in names.TopicsOf(episode))
                {
                    byTopic[topic] += count;
                }

                if (corpus.Episodes[episode].PublishedOn is { Year: var year })
                {
                    byYear[year] = byYear.GetValueOrDefault(year) + count;
                }
            }
        }

        return new SearchFacets(
            names.Speakers.Most(bySpeaker),
            names.Episodes.Most(byEpisode),
            names.Topics.Most(byTopic),
            [.. byYear.Reverse().Select(static year => new YearFacet(year.Key, year.Value))]);
    }
}
