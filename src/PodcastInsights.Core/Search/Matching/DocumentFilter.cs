using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Querying;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>The filters of a query, worked out once: a document is kept or not by looking up its episode and speaker.</summary>
internal sealed class DocumentFilter
{
    private readonly SearchDocuments documents;
    private readonly EpisodeOrder order;
    private readonly bool[]? episodes;
    private readonly bool[]? speakers;
    private readonly bool[]? languages;
    private readonly DocumentTraits wanted = DocumentTraits.Live;
    private readonly DocumentTraits unwanted = DocumentTraits.Sponsor;

    /// <param name="only">The one episode to search in; null for all.</param>
    public DocumentFilter(SearchCorpus corpus, IReadOnlyList<SearchFilter> filters, EpisodeSlug? only = null)
    {
        documents = corpus.Documents;
        order = corpus.EpisodeOrder;
        bool[]? here = null;
        if (only is { } slug)
        {
            here = episodes = new bool[corpus.Episodes.Count];
            if (order.IndexOf(slug) is >= 0 and var index)
            {
                episodes[index] = true;
            }
        }

        foreach (var field in filters.GroupBy(static filter => (filter.Field, filter.Excluded)))
        {
            // Within one episode nothing else is looked at.
            bool[] Matching<T>(IReadOnlyList<T> items, Func<T, string?> slug, bool[]? among, params Func<T, NameWords[]>[] names)
            {
                var values = field.Select(static filter => (filter.Value, Words: new CallWords(filter.Value))).ToList();
                var found = new bool[items.Count];
                for (var i = 0; i < found.Length; i++)
                {
                    found[i] = among?[i] != false
                        && (values.Exists(value => value.Value == slug(items[i]))
                            || Array.Exists(names, name => Array.Exists(name(items[i]), words => values.Exists(value => words.Hold(value.Words)))));
                }

                if (!Array.Exists(found, static one => one))
                {
                    hints.AddRange(field.Select(
                        static filter => new SearchHint(SearchHintKind.NothingCalled, $"{filter.Name}:{filter.Value}")));
                }

                return found;
            }

            var excluded = field.Key.Excluded;
            switch (field.Key.Field)
            {
                case FilterField.Speaker:
                    speakers = Narrow(
                        speakers,
                        Matching(corpus.Speakers, static speaker => speaker.Slug.Value, null, static speaker => speaker.Called),
                        excluded);
                    break;
                case FilterField.Guest:
                    episodes = Narrow(
                        episodes, Matching(corpus.Episodes, static _ => null, here, static episode => episode.CalledGuests), excluded);
                    break;
                case FilterField.Episode:
                    episodes = Narrow(
                        episodes,
                        Matching(
                            corpus.Episodes,
                            static episode => episode.Slug.Value,
                            here,
                            static episode => episode.CalledTitles,
                            static episode => episode.CalledGuests),
                        excluded);
                    break;
                case FilterField.Topic:
                    episodes = Narrow(
                        episodes, Matching(corpus.Episodes, static _ => null, here, static episode => episode.CalledTopics), excluded);
                    break;
                case FilterField.Before:
                    episodes = Narrow(
                        episodes, [.. corpus.Episodes.Select(episode => field.All(filter => episode.PublishedOn < filter.Date))], excluded);
                    break;
                case FilterField.After:
                    episodes = Narrow(
                        episodes,
                        [.. corpus.Episodes.Select(episode => field.All(filter => episode.PublishedOn >= filter.Date))],
                        excluded);
                    break;
                case FilterField.Lang:
                    languages = Narrow(
                        languages, Matching(corpus.Languages, static language => language, null), excluded);
                    break;
                case FilterField.In:
                    wanted |= excluded ? 0 : DocumentTraits.Takeaway;
                    unwanted |= excluded ? DocumentTraits.Takeaway : 0;
                    break;
                case FilterField.Ad:
                    unwanted &= ~DocumentTraits.Sponsor;
                    wanted |= field.Last().Value == "only" ? DocumentTraits.Sponsor : 0;
                    break;
            }
        }
    }

    private readonly List<SearchHint> hints = [];

    /// <summary>Filters that no speaker, episode or topic answers to.</summary>
    public IReadOnlyList<SearchHint> Hints => hints;

    /// <summary>Whether the documents of one turn may be kept both, its own words and the sponsor reads in it.</summary>
    public bool KeepsBothOfTurn => ((wanted | unwanted) & DocumentTraits.Sponsor) == 0;

    /// <summary>From the first document of an episode that is kept to behind the last one.</summary>
    public DocumentRange Range() => episodes is null ? DocumentRange.All : order.RangeOf(episodes);

    public bool Keeps(int id) =>
        (documents.Traits[id] & (wanted | unwanted)) == wanted
        && (episodes is null || episodes[documents.Episodes[id]])
        && (speakers is null || (documents.Speakers[id] >= 0 && speakers[documents.Speakers[id]]))
        && (languages is null || languages[documents.Languages[id]]);

    private static bool[] Narrow(bool[]? before, bool[] found, bool excluded) =>
        found.Select((one, i) => one != excluded && (before is null || before[i])).ToArray();
}
