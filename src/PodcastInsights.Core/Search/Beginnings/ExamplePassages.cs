using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Sessions;

namespace PodcastInsights.Core.Search.Beginnings;

/// <summary>Chooses passages to make example searches from: one from each of the latest episodes, long enough to have a topic.</summary>
internal static class ExamplePassages
{
    private const int Most = 6;
    private const int EpisodesLookedAt = 60;
    private const int DocumentsLookedAt = 200;
    private const int LeastTokens = 12;
    private const int MostTokens = 150;

    /// <param name="language">Preferred language. Passages in other languages are used only where there are none in it.</param>
    public static IReadOnlyList<PassageKey> Of(SearchCorpus corpus, string language)
    {
        var code = corpus.Languages.Index().Where(one => one.Item == language).Select(static one => one.Index).FirstOrDefault(-1);
        var latest = corpus.Names.Statistics.Episodes.OrderByDescending(i => corpus.Episodes[i].PublishedOn).Take(EpisodesLookedAt).ToList();
        var wanted = Among(code);
        return wanted.Count > 0 ? wanted : Among(null);

        List<PassageKey> Among(int? only) => [.. latest.Select(episode => In(corpus, corpus.EpisodeOrder.RangeOf(episode), only)).OfType<PassageKey>().Take(Most)];
    }

    private static PassageKey? In(SearchCorpus corpus, DocumentRange range, int? language)
    {
        var documents = corpus.Documents;
        for (var id = range.First + ((range.End - range.First) / 3); id < range.End && id < range.First + DocumentsLookedAt; id++)
        {
            if ((documents.Traits[id] & (DocumentTraits.Live | DocumentTraits.Sponsor)) == DocumentTraits.Live
                && documents.Lengths[id] is >= LeastTokens and <= MostTokens
                && (language is null || documents.Languages[id] == language))
            {
                return new PassageKey(id, documents.Turns[id], 1);
            }
        }

        return null;
    }
}
