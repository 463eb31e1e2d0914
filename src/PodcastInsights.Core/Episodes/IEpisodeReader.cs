using PodcastInsights.Core.Citation;

namespace PodcastInsights.Core.Episodes;

/// <summary>Order of a list of episodes. Ties are broken by slug, so that pages never overlap.</summary>
public enum EpisodeOrder
{
    /// <summary>Latest first; episodes without a date last, by title.</summary>
    Newest,

    /// <summary>Earliest first; episodes without a date last, by title.</summary>
    Oldest,
    Title,
    Longest,
}

/// <summary>Which episodes to list.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Among">Only these episodes, as far as they exist; null for all. Filters by name find the slugs first.</param>
public sealed record EpisodeListQuery(
    int Page = 1,
    int PageSize = 50,
    EpisodeOrder Order = EpisodeOrder.Newest,
    IReadOnlyCollection<EpisodeSlug>? Among = null);

/// <summary>One page of a longer list.</summary>
public sealed record Page<T>(int Total, int Number, int Size, IReadOnlyList<T> Items);

/// <summary>How the turn of a link was found.</summary>
public enum TurnMatchKind
{
    /// <summary>Number and words are those of the link.</summary>
    Exact,

    /// <summary>The words are at another number now.</summary>
    Moved,

    /// <summary>
    /// No turn begins with these words any more. This is the turn that the words became part of or, where that is not known, the turn that
    /// now has the number.
    /// </summary>
    Edited,
}

/// <summary>The turn of a link, with its neighbours.</summary>
/// <param name="Before">The turn before it; null at the start.</param>
/// <param name="After">The turn after it; null at the end.</param>
/// <param name="Speakers">Speakers of the edition.</param>
/// <param name="Sponsors">Sponsor reads of the edition, as are <paramref name="Notes"/> and <paramref name="Sections"/>.</param>
/// <param name="TimedMediaUrl">See <see cref="Episodes.Episode.TimedMediaUrl"/>.</param>
public sealed record TurnMatch(
    EpisodeSummary Episode,
    string Language,
    TurnMatchKind Kind,
    Turn Turn,
    Turn? Before,
    Turn? After,
    IReadOnlyList<Speaker> Speakers,
    IReadOnlyList<SponsorRead> Sponsors,
    IReadOnlyList<Note> Notes,
    IReadOnlyList<Section> Sections,
    string? TimedMediaUrl)
{
    /// <summary>See <see cref="Episodes.Episode.Recording"/>.</summary>
    public Recording? Recording { get; init; }

    /// <summary>The words that the link quotes; null where it quotes none, or where the turn has no words with these numbers.</summary>
    public Quotation? Quote { get; init; }

    /// <summary>The turn as it was when the link was made, where its words have changed and that was stored; else null.</summary>
    public RememberedTurn? Earlier { get; init; }
}

/// <summary>Order of a list of speakers. Ties are broken by name, then by slug, so that pages never overlap.</summary>
public enum SpeakerOrder
{
    Name,

    /// <summary>Those in most episodes first.</summary>
    Episodes,
}

/// <summary>Which speakers to list.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Among">Only these speakers, as far as they exist; null for all.</param>
public sealed record SpeakerListQuery(
    int Page = 1, int PageSize = 50, SpeakerOrder Order = SpeakerOrder.Name, IReadOnlyCollection<EpisodeSlug>? Among = null);

/// <summary>A person in the list of speakers.</summary>
/// <param name="HostedCount">Number of episodes in which they are a host.</param>
public sealed record SpeakerSummary(string Name, EpisodeSlug Slug, int EpisodeCount, int HostedCount, int TurnCount);

/// <summary>One turn of a speaker, as the speaker's page lists it.</summary>
/// <param name="Excerpt">The first words of the turn.</param>
/// <param name="Edition">Language of the edition with the turn; null for the default edition.</param>
public sealed record SpeakerTurn(
    EpisodeSlug Episode,
    IReadOnlyDictionary<string, string> EpisodeTitles,
    TurnId Id,
    Timestamp? Start,
    string Excerpt,
    string Language,
    string? Edition)
{
    /// <summary>Of opening words, in characters: some three lines of a page.</summary>
    public const int ExcerptLength = 280;
}

/// <summary>A person with what they said in all episodes.</summary>
/// <param name="Turns">Turns by episode, latest or earliest first; within an episode in spoken order.</param>
public sealed record SpeakerProfile(
    string Name,
    EpisodeSlug Slug,
    int EpisodeCount,
    int TurnCount,
    int WordCount,
    Page<SpeakerTurn> Turns);

/// <summary>The port for reading episodes. Lists do not load turns.</summary>
public interface IEpisodeReader
{
    Task<Page<EpisodeSummary>> ListAsync(EpisodeListQuery query, CancellationToken cancellationToken);

    /// <summary>Finds the summary of an episode. Null: no such episode.</summary>
    Task<EpisodeSummary?> FindSummaryAsync(EpisodeSlug slug, CancellationToken cancellationToken);

    /// <summary>Finds an episode in the edition of a language, or in its default edition where there is none. Null: no such episode.</summary>
    Task<Episode?> FindAsync(EpisodeSlug slug, string? language, CancellationToken cancellationToken);

    /// <summary>All recordings of the episode, one for each language; empty where there is no such episode.</summary>
    Task<IReadOnlyList<Recording>> RecordingsAsync(EpisodeSlug slug, CancellationToken cancellationToken);

    /// <summary>
    /// Finds the turn of a link: the one with the link's hash nearest to its number; else the one that its words became part of; else the
    /// one with the number. Null where the words were removed, no turn has the number, or there is no such episode. Quoted words are
    /// searched for in the whole episode and lead to the turn that has them.
    /// </summary>
    /// <param name="words">Range of the quoted words; null for a link to the whole turn.</param>
    Task<TurnMatch?> FindTurnAsync(
        EpisodeSlug slug, TurnId id, CitedWords? words, string? language, CancellationToken cancellationToken);

    /// <summary>The former turn of a link whose words have changed; null where that is not stored.</summary>
    Task<RememberedTurn?> RecallTurnAsync(EpisodeSlug slug, TurnId id, CancellationToken cancellationToken);

    /// <summary>All topics, the most frequent first.</summary>
    Task<IReadOnlyList<Topic>> TopicsAsync(CancellationToken cancellationToken);

    /// <summary>Null where no episode has the topic.</summary>
    Task<Topic?> FindTopicAsync(EpisodeSlug topic, CancellationToken cancellationToken);

    /// <summary>All speakers with a name, without a machine's names for voices such as <c>Speaker 3</c>.</summary>
    Task<Page<SpeakerSummary>> SpeakersAsync(SpeakerListQuery query, CancellationToken cancellationToken);

    /// <summary>Null where nobody of that slug speaks in any episode.</summary>
    /// <param name="page">Page of the turns, from 1.</param>
    /// <param name="oldestFirst">Whether the turns of the earliest episode come first.</param>
    Task<SpeakerProfile?> FindSpeakerAsync(
        EpisodeSlug speaker, int page, int pageSize, bool oldestFirst, CancellationToken cancellationToken);
}
