using PodcastInsights.Core.Search.Querying;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>The filters of a query, worked out once: a document is kept or not by looking up its episode and speaker.</summary>
internal sealed class DocumentFilter
{
    private readonly SearchDocuments documents;
    private readonly bool[]? episodes;
    private readonly bool[]? speakers;
    private readonly bool[]? languages;
    private readonly DocumentTraits wanted = DocumentTraits.Live;
    private readonly DocumentTraits unwanted = DocumentTraits.Sponsor;

    public DocumentFilter(SearchCorpus corpus, IReadOnlyList<SearchFilter> filters)
    {
        documents = corpus.Documents;
        foreach (var field in filters.GroupBy(static filter => (filter.Field, filter.Excluded)))
        {
            bool[] Matching<T>(IReadOnlyList<T> items, Func<T, SearchFilter, bool> match)
            {
                var found = items.Select(item => field.Any(filter => match(item, filter))).ToArray();
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
                        Matching(corpus.Speakers, static (speaker, filter) => Called(speaker.Name, speaker.Slug.Value, filter)),
                        excluded);
                    break;
                case FilterField.Guest:
                    episodes = Narrow(
                        episodes,
                        Matching(corpus.Episodes, static (episode, filter) => episode.Guests.Any(name => Called(name, null, filter))),
                        excluded);
                    break;
                case FilterField.Episode:
                    episodes = Narrow(episodes, Matching(corpus.Episodes, static (episode, filter) =>
                        filter.Value == episode.Slug.Value || episode.Titles.Values.Any(title => Called(title, null, filter))
                        || episode.Guests.Any(name => Called(name, null, filter))), excluded);
                    break;
                case FilterField.Topic:
                    episodes = Narrow(
                        episodes,
                        Matching(corpus.Episodes, static (episode, filter) => episode.Topics.Any(topic => Called(topic, null, filter))),
                        excluded);
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
                        languages, Matching(corpus.Languages, static (language, filter) => language == filter.Value), excluded);
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
    public DocumentRange Range()
    {
        if (episodes is null)
        {
            return DocumentRange.All;
        }

        var (first, end) = (0, documents.Count);
        while (first < end && !episodes[documents.Episodes[first]])
        {
            first++;
        }

        while (end > first && !episodes[documents.Episodes[end - 1]])
        {
            end--;
        }

        return new DocumentRange(first, end);
    }

    public bool Keeps(int id) =>
        (documents.Traits[id] & (wanted | unwanted)) == wanted
        && (episodes is null || episodes[documents.Episodes[id]])
        && (speakers is null || (documents.Speakers[id] >= 0 && speakers[documents.Speakers[id]]))
        && (languages is null || languages[documents.Languages[id]]);

    private static bool[] Narrow(bool[]? before, bool[] found, bool excluded) =>
        found.Select((one, i) => one != excluded && (before is null || before[i])).ToArray();

    /// <summary>Whether the name holds all words of the filter: "lenny" calls "Lenny Rachitsky".</summary>
    private static bool Called(string name, string? slug, SearchFilter filter)
    {
        if (filter.Value == slug)
        {
            return true;
        }

        var tokens = QueryTerms.Phrase(name, 0).ConvertAll(static token => token.Text);
        var wanted = QueryTerms.Phrase(filter.Value, 0);
        return wanted.Count > 0
            && wanted.TrueForAll(word => tokens.Contains(word.Text) || HanForms.OthersOf(word.Text).Any(tokens.Contains));
    }
}
