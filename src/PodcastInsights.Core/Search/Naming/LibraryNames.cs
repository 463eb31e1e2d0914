using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Search.Naming;

/// <summary>
/// Indexes the people, episodes and topics of a library by name. Built once for a version of the corpus, on first use; a look-up takes
/// microseconds and reads nothing from the store.
/// </summary>
internal sealed class LibraryNames
{
    // A title part that more episodes share, as in "Interview - ...", identifies none of them.
    private const int MostOfPart = 3;

    // Largest number of people, and of episodes, in an answer.
    private const int MostNamed = 3;

    private readonly IReadOnlyList<SearchEpisode> episodes;
    private readonly IReadOnlyList<SearchSpeaker> speakers;
    private readonly Lazy<NameIndex> speakerNames;
    private readonly Lazy<NameIndex> episodeTitles;
    private readonly Lazy<NameIndex> guestNames;
    private readonly Lazy<NameIndex> topicNames;
    private readonly Lazy<IReadOnlyList<(string Name, int[] Episodes)>> guests;

    public LibraryNames(SearchDocuments documents, IReadOnlyList<SearchEpisode> episodes, IReadOnlyList<SearchSpeaker> speakers)
    {
        this.episodes = episodes;
        this.speakers = speakers;
        Statistics = new CorpusStatistics(documents, episodes, speakers);
        guests = new(() =>
        [
            .. Statistics.Episodes.SelectMany(i => episodes[i].Guests.Select(guest => (Guest: guest, Episode: i)))
                .GroupBy(static pair => EpisodeSlug.From(pair.Guest))
                .Select(static pairs => (pairs.First().Guest, pairs.Select(static pair => pair.Episode).ToArray())),
        ]);
        speakerNames = new(() => new NameIndex(Statistics.Speakers.Select(i => new IndexedName(speakers[i].Name, i, Statistics.TurnsOf(i)))));
        episodeTitles = new(() => new NameIndex(TitlesOf(Statistics.Episodes)));
        guestNames = new(() => new NameIndex(guests.Value.Select(static (guest, i) => new IndexedName(guest.Name, i, guest.Episodes.Length))));
        topicNames = new(() => new NameIndex(TopicsOf(Statistics.EpisodesThere)));
    }

    public CorpusStatistics Statistics { get; }

    /// <summary>Speakers by index into <see cref="SearchCorpus.Speakers"/>, those who speak most first.</summary>
    public NameIndex Speakers => speakerNames.Value;

    /// <summary>Episodes by index into <see cref="SearchCorpus.Episodes"/>, the latest first; each under all its titles and parts of them.</summary>
    public NameIndex Episodes => episodeTitles.Value;

    /// <summary>Guests by their names in episodes, those of most episodes first.</summary>
    public NameIndex Guests => guestNames.Value;

    /// <summary>Topics, those of most episodes first.</summary>
    public NameIndex Topics => topicNames.Value;

    /// <summary>Builds the indexes that every search uses.</summary>
    public void Prepare()
    {
        Speakers.Prepare();
        Episodes.Prepare();
    }

    /// <param name="guest">Number of one of <see cref="Guests"/>.</param>
    public IReadOnlyList<int> EpisodesOfGuest(int guest) => guests.Value[guest].Episodes;

    /// <summary>
    /// Finds the people and episodes whose name or title was typed, in any form; where there are none, those one typing error away.
    /// </summary>
    /// <param name="vocabulary">Words of the library. Such a word is not treated as a misspelt name.</param>
    public IReadOnlyList<NamedAnswer> NamedBy(SearchQuery query, Vocabulary vocabulary)
    {
        var forms = FormsOf(query);
        return forms.Select(form => Answers(Speakers.Called(form), Episodes.Called(form))).FirstOrDefault(static answers => answers.Count > 0)
            ?? forms.Where(form => form.Words.Count != 1 || vocabulary.OccurrencesOf(form.Words[0]) == 0)
                .Select(form => Answers(Speakers.NearlyCalled(form), Episodes.NearlyCalled(form)))
                .FirstOrDefault(static answers => answers.Count > 0)
            ?? [];
    }

    /// <summary>
    /// Texts that may be a name: the words without operators, and the whole text, because a title may contain what is an operator in a
    /// query.
    /// </summary>
    private static List<FoldedName> FormsOf(SearchQuery query)
    {
        string[] texts = QueryWords.ExcludesAny(query.Root)
            ? [string.Join(' ', QueryWords.Of(query.Root))]
            : [query.Text, string.Join(' ', QueryWords.Of(query.Root))];
        return [.. texts.Select(FoldedName.Of).Where(static form => form.Words.Count > 0).DistinctBy(static form => form.Key)];
    }

    private List<NamedAnswer> Answers(IReadOnlyList<IndexedName> people, IReadOnlyList<IndexedName> titles) =>
    [
        .. people.Take(MostNamed).Select(name => new NamedAnswer(
            NamedKind.Speaker, name.Name, speakers[name.Thing].Slug, Statistics.EpisodesOf(name.Thing).Count, null, null)),
        .. titles.Take(MostNamed).Select(name => new NamedAnswer(
            NamedKind.Episode,
            name.Name,
            episodes[name.Thing].Slug,
            1,
            episodes[name.Thing].Titles,
            episodes[name.Thing].PublishedOn)
        {
            EpisodeLanguages = episodes[name.Thing].LanguagesRead,
        }),
    ];

    private List<IndexedName> TitlesOf(IReadOnlyList<int> there)
    {
        var names = new List<IndexedName>();
        var parts = new Dictionary<string, List<IndexedName>>(StringComparer.OrdinalIgnoreCase);
        foreach (var i in there)
        {
            var episode = episodes[i];
            foreach (var title in episode.Titles.Values)
            {
                var name = new IndexedName(title, i, WeightOf(episode));
                names.Add(name);
                foreach (var part in TitleParts.Of(title))
                {
                    if (!parts.TryGetValue(part, out var same))
                    {
                        parts[part] = same = [];
                    }

                    same.Add(name with { Part = part });
                }
            }
        }

        names.AddRange(parts.Values.Where(static same => same.DistinctBy(static name => name.Thing).Count() <= MostOfPart).SelectMany(static same => same));
        return names;
    }

    private static IEnumerable<IndexedName> TopicsOf(IEnumerable<SearchEpisode> episodes) => episodes
        .SelectMany(static episode => episode.TopicSlugs)
        .GroupBy(static topic => topic.Slug)
        .Select(static (topic, i) => new IndexedName(topic.First().Name, i, topic.Count()));

    private static long WeightOf(SearchEpisode episode) => episode.PublishedOn?.DayNumber ?? 0;
}
