using PodcastInsights.Core.Citation;

namespace PodcastInsights.Core.Episodes;

/// <summary>How a list of episodes is ordered; ties go by slug, so that pages never overlap.</summary>
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
/// <param name="Among">Only those of these that there are; null for all. Who narrows a list by name finds them there first.</param>
public sealed record EpisodeListQuery(
    int Page = 1,
    int PageSize = 50,
    EpisodeOrder Order = EpisodeOrder.Newest,
    IReadOnlyCollection<EpisodeSlug>? Among = null);

/// <summary>One page of a longer list.</summary>
public sealed record Page<T>(int Total, int Number, int Size, IReadOnlyList<T> Items);

/// <summary>How a turn link's turn was found.</summary>
public enum TurnMatchKind
{
    /// <summary>The number and the words are those of the link.</summary>
    Exact,

    /// <summary>The words stand at another number now.</summary>
    Moved,

    /// <summary>
    /// No turn begins with these words any more: this is the turn that the words went to or, where that is not known, the one that has
    /// the number now.
    /// </summary>
    Edited,
}

/// <summary>The turn that a link leads to, with its neighbours.</summary>
/// <param name="Before">The turn before it; null at the start.</param>
/// <param name="After">The turn after it; null at the end.</param>
/// <param name="Speakers">Of the edition.</param>
/// <param name="Sponsors">Of the edition, as are <paramref name="Notes"/> and <paramref name="Sections"/>.</param>
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

    /// <summary>The words that the link names; null where it names none, or the turn has none of these numbers.</summary>
    public Quotation? Quote { get; init; }

    /// <summary>What the link's turn was, where its words have changed and that is remembered; else null.</summary>
    public RememberedTurn? Earlier { get; init; }
}

/// <summary>How a list of speakers is ordered; ties go by name, then by slug, so that pages never overlap.</summary>
public enum SpeakerOrder
{
    Name,

    /// <summary>Those in most episodes first.</summary>
    Episodes,
}

/// <summary>Which speakers to list.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Among">Only those of these that there are; null for all.</param>
public sealed record SpeakerListQuery(
    int Page = 1, int PageSize = 50, SpeakerOrder Order = SpeakerOrder.Name, IReadOnlyCollection<EpisodeSlug>? Among = null);

/// <summary>A person as the list of speakers shows them.</summary>
/// <param name="HostedCount">In how many of their episodes they are a host.</param>
public sealed record SpeakerSummary(string Name, EpisodeSlug Slug, int EpisodeCount, int HostedCount, int TurnCount);

/// <summary>One turn of a speaker, as the speaker's page lists it.</summary>
/// <param name="Excerpt">The turn's opening words.</param>
/// <param name="Edition">Language of the edition that has the turn; null where it is in the default one.</param>
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

/// <summary>What a person said, everywhere.</summary>
/// <param name="Turns">Of the latest or the earliest episode first, within an episode in the order spoken.</param>
public sealed record SpeakerProfile(
    string Name,
    EpisodeSlug Slug,
    int EpisodeCount,
    int TurnCount,
    int WordCount,
    Page<SpeakerTurn> Turns);

/// <summary>Reads episodes from the store. Lists never load words.</summary>
public interface IEpisodeReader
{
    Task<Page<EpisodeSummary>> ListAsync(EpisodeListQuery query, CancellationToken cancellationToken);

    /// <summary>The episode as lists show it. Null: no such episode.</summary>
    Task<EpisodeSummary?> FindSummaryAsync(EpisodeSlug slug, CancellationToken cancellationToken);

    /// <summary>
    /// The whole episode, in the edition of that language; in its default edition where there is none. Null: no such episode.
    /// </summary>
    Task<Episode?> FindAsync(EpisodeSlug slug, string? language, CancellationToken cancellationToken);

    /// <summary>All that can be heard of the episode, of each language one; nothing where there is no such episode.</summary>
    Task<IReadOnlyList<Recording>> RecordingsAsync(EpisodeSlug slug, CancellationToken cancellationToken);

    /// <summary>
    /// The turn with the link's hash that is nearest to its number; where no turn has it, the one that its words went to; where that is
    /// not known, the turn at that number. Null where the words went nowhere, that number is gone, or the episode is. Words that the link
    /// names are found again wherever they stand; they lead to the turn that has them.
    /// </summary>
    /// <param name="words">Null where the link is one to the whole turn.</param>
    Task<TurnMatch?> FindTurnAsync(
        EpisodeSlug slug, TurnId id, CitedWords? words, string? language, CancellationToken cancellationToken);

    /// <summary>What the turn of a link was before its words went; null where that is not known.</summary>
    Task<RememberedTurn?> RecallTurnAsync(EpisodeSlug slug, TurnId id, CancellationToken cancellationToken);

    /// <summary>All topics, the most frequent first.</summary>
    Task<IReadOnlyList<Topic>> TopicsAsync(CancellationToken cancellationToken);

    /// <summary>Null where no episode has the topic.</summary>
    Task<Topic?> FindTopicAsync(EpisodeSlug topic, CancellationToken cancellationToken);

    /// <summary>Everybody who speaks and has a name; not what a machine calls a voice, such as <c>Speaker 3</c>.</summary>
    Task<Page<SpeakerSummary>> SpeakersAsync(SpeakerListQuery query, CancellationToken cancellationToken);

    /// <summary>Null where nobody of that slug speaks in any episode.</summary>
    /// <param name="page">Of the turns, from 1.</param>
    /// <param name="oldestFirst">Whether the turns of the earliest episode come first.</param>
    Task<SpeakerProfile?> FindSpeakerAsync(
        EpisodeSlug speaker, int page, int pageSize, bool oldestFirst, CancellationToken cancellationToken);
}
