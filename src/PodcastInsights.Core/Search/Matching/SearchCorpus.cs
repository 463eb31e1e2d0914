using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Core.Search.Naming;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>An episode as searching needs it: to filter, to count and to show.</summary>
public sealed record SearchEpisode(
    EpisodeSlug Slug,
    IReadOnlyDictionary<string, string> Titles,
    DateOnly? PublishedOn,
    IReadOnlyList<string> Guests,
    IReadOnlyList<string> Topics)
{
    public string? Show { get; init; }

    /// <summary>See <see cref="Feeds.EpisodeStamp.LatestAt"/>.</summary>
    public DateTime? LatestAt { get; init; }

    /// <summary>Of its editions, the default one first.</summary>
    public IReadOnlyList<string> EditionLanguages { get; init; } = [];

    /// <summary>Slugs of those whose role is host.</summary>
    public IReadOnlyList<EpisodeSlug> HostSlugs { get; init; } = [];

    /// <summary>Slugs of the guests, who may be called otherwise in other episodes.</summary>
    internal IReadOnlyList<EpisodeSlug> GuestSlugs { get; init; } = [];

    /// <summary>Each topic once, however the files write it.</summary>
    public IReadOnlyList<(EpisodeSlug Slug, string Name)> TopicSlugs { get; } =
        Topics.Select(static topic => (Slug: EpisodeSlug.From(topic), topic)).DistinctBy(static topic => topic.Slug).ToList();

    private NameWords[]? calledTitles;
    private NameWords[]? calledGuests;
    private NameWords[]? calledTopics;

    internal NameWords[] CalledTitles => calledTitles ??= [.. Titles.Values.Select(static title => new NameWords(title))];

    internal NameWords[] CalledGuests => calledGuests ??= [.. Guests.Select(static guest => new NameWords(guest))];

    internal NameWords[] CalledTopics => calledTopics ??= [.. Topics.Select(static topic => new NameWords(topic))];

    /// <summary>The title by which it is counted and completed: that of its default edition.</summary>
    public string Title { get; } = Titles.Values.First();
}

public sealed record SearchSpeaker(string Name, EpisodeSlug Slug)
{
    private NameWords[]? called;

    internal NameWords[] Called => called ??= [new NameWords(Name)];
}

/// <summary>Everything that can be found, without the words. Never changed once built, so that threads share it.</summary>
/// <param name="LiveCount">Number of documents that are <see cref="DocumentTraits.Live"/>.</param>
/// <param name="AverageLength">Of a live document, in tokens.</param>
public sealed record SearchCorpus(
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
