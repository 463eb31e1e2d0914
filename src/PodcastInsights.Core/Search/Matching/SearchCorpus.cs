using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Core.Search.Naming;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>The data of an episode that searching holds in memory, to filter, count and show it.</summary>
public sealed record SearchEpisode(
    EpisodeSlug Slug,
    IReadOnlyDictionary<string, string> Titles,
    DateOnly? PublishedOn,
    IReadOnlyList<string> Guests,
    IReadOnlyList<string> Topics)
{
    public string? Show { get; init; }

    /// <summary>Time of the last import that found new words; see <see cref="Feeds.EpisodeStamp.LatestAt"/>.</summary>
    public DateTime? LatestAt { get; init; }

    /// <summary>Languages of its editions, the default one first.</summary>
    public IReadOnlyList<string> EditionLanguages { get; init; } = [];

    /// <summary>Languages of the words of its editions without duplicates, the default edition's first.</summary>
    public IReadOnlyList<string> LanguagesRead { get; init; } = [];

    /// <summary>Slugs of the hosts.</summary>
    public IReadOnlyList<EpisodeSlug> HostSlugs { get; init; } = [];

    /// <summary>Slugs of the guests, whose names may differ in other episodes.</summary>
    internal IReadOnlyList<EpisodeSlug> GuestSlugs { get; init; } = [];

    /// <summary>Topics without duplicates, however the files spell them.</summary>
    public IReadOnlyList<(EpisodeSlug Slug, string Name)> TopicSlugs { get; } =
        Topics.Select(static topic => (Slug: EpisodeSlug.From(topic), topic)).DistinctBy(static topic => topic.Slug).ToList();

    private NameWords[]? calledTitles;
    private NameWords[]? calledGuests;
    private NameWords[]? calledTopics;

    internal NameWords[] CalledTitles => calledTitles ??= [.. Titles.Values.Select(static title => new NameWords(title))];

    internal NameWords[] CalledGuests => calledGuests ??= [.. Guests.Select(static guest => new NameWords(guest))];

    internal NameWords[] CalledTopics => calledTopics ??= [.. Topics.Select(static topic => new NameWords(topic))];

    /// <summary>Title of the default edition, used in facets and completions.</summary>
    public string Title { get; } = Titles.Values.First();
}

internal sealed record SearchSpeaker(string Name, EpisodeSlug Slug)
{
    private NameWords[]? called;

    internal NameWords[] Called => called ??= [new NameWords(Name)];
}

/// <summary>All search documents of the library, without their words. Immutable, so that threads can share it.</summary>
/// <param name="LiveCount">Number of documents that are <see cref="DocumentTraits.Live"/>.</param>
/// <param name="AverageLength">Average length of a live document, in tokens.</param>
internal sealed record SearchCorpus(
    SearchDocuments Documents,
    IReadOnlyList<SearchEpisode> Episodes,
    IReadOnlyList<SearchSpeaker> Speakers,
    IReadOnlyList<string> Languages,
    int LiveCount,
    double AverageLength)
{
    private readonly Lazy<FacetNames> facetNames = new(() => new FacetNames(Episodes, Speakers));

    private readonly Lazy<LibraryNames> names = new(() => new LibraryNames(Documents, Episodes, Speakers));

    private LibraryLists? lists;

    private EpisodeNeighbourhood? neighbourhood;

    private readonly Lazy<EpisodeOrder> episodeOrder = new(() => new EpisodeOrder(Documents, Episodes));

    internal FacetNames FacetNames => facetNames.Value;

    internal LibraryNames Names => names.Value;

    internal LibraryLists Lists => LazyInitializer.EnsureInitialized(ref lists, () => new LibraryLists(this));

    internal EpisodeNeighbourhood Neighbourhood => LazyInitializer.EnsureInitialized(ref neighbourhood, () => new EpisodeNeighbourhood(this));

    internal EpisodeOrder EpisodeOrder => episodeOrder.Value;

    public static SearchCorpus Empty { get; } = new(new SearchDocumentsBuilder().Build(), [], [], [], 0, 1);
}
