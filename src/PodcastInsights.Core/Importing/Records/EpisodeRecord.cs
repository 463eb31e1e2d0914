using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Feeds;

namespace PodcastInsights.Core.Importing.Records;

/// <summary>
/// An episode ready to be stored. Everything is computed: an engine only inserts rows. What depends on other episodes' speakers is in
/// <see cref="People"/>, so that it can be replaced alone.
/// </summary>
/// <param name="ContentHash">Hash of the files; see <see cref="ImportedEpisode"/>.</param>
/// <param name="Files">The files it was made from.</param>
/// <param name="Cast">From this the next import computes <paramref name="People"/> again.</param>
/// <param name="Topics">Each slug once.</param>
/// <param name="Bodies">The distinct texts of the editions, the default edition's first.</param>
/// <param name="Editions">One for each language, the default one first.</param>
public sealed record EpisodeRecord(
    EpisodeSlug Slug,
    string ContentHash,
    IReadOnlyList<SourceFile> Files,
    EpisodeCast Cast,
    SummaryRow Summary,
    DetailRow Detail,
    IReadOnlyList<TopicRow> Topics,
    IReadOnlyList<BodyRecord> Bodies,
    IReadOnlyList<EditionRow> Editions,
    PeopleRecord People)
{
    /// <summary>Former addresses of the episode that its files name.</summary>
    public IReadOnlyList<EpisodeSlug> Aliases { get; init; } = [];

    /// <summary>The subject of the episode, as <see cref="Relating.EpisodeSubject.Pack"/> writes it.</summary>
    public byte[] Subject { get; init; } = [];

    /// <summary>Time (UTC) at which the import began that read the episode's files.</summary>
    public DateTime ReadAt { get; init; } = DateTime.UnixEpoch;

    /// <summary>Time (UTC) at which the files were last written; null where it is not known.</summary>
    public DateTime? WrittenAt { get; init; }

    /// <summary>Hashes of what is said, by which feeds tell what is new.</summary>
    public SpokenHashes Spoken { get; init; } = SpokenHashes.None;

    /// <summary>Audio and video of the episode.</summary>
    public IReadOnlyList<Recording> Recordings { get; init; } = [];

    /// <summary>Sketch of the text, by which the episode is recognised when its file is renamed; see <see cref="Citation.EpisodeSketch"/>.</summary>
    public IReadOnlyList<long> Sketch { get; init; } = [];
}

/// <summary>What lists show of an episode, except for its guests.</summary>
/// <param name="Titles">By language; at least one.</param>
/// <param name="LastStart">The latest time in the default edition.</param>
/// <param name="Sources">The files of the editions, the default one first.</param>
/// <param name="TitleKey">The default title as <see cref="NameKey"/>.</param>
public sealed record SummaryRow(
    IReadOnlyDictionary<string, string> Titles,
    string? Show,
    IReadOnlyList<string> Topics,
    DateOnly? PublishedOn,
    int? DurationSeconds,
    string? MediaUrl,
    Timestamp? LastStart,
    int TurnCount,
    int WordCount,
    IReadOnlyList<EpisodeSource> Sources,
    string TitleKey);

/// <summary>What only the episode's own page shows.</summary>
/// <param name="Diagnostics">Diagnostics of all editions, except for those in <see cref="PeopleRecord.Diagnostics"/>.</param>
public sealed record DetailRow(
    IReadOnlyDictionary<string, string> About,
    string? Description,
    IReadOnlyList<Diagnostic> Diagnostics,
    IReadOnlyList<MetadataPair> Metadata);

/// <param name="Name">As written.</param>
public sealed record TopicRow(EpisodeSlug Slug, string Name);

/// <summary>The turns that one or more editions show, and their search documents.</summary>
/// <param name="Language">Language of the first edition that has the turns.</param>
public sealed record BodyRecord(string Language, IReadOnlyList<TurnRow> Turns, IReadOnlyList<DocumentRow> Documents);

/// <param name="Body">Index into <see cref="EpisodeRecord.Bodies"/>.</param>
public sealed record EditionRow(
    string Language,
    int Body,
    IReadOnlyList<Takeaway> Takeaways,
    IReadOnlyList<SponsorRead> Sponsors,
    IReadOnlyList<Note> Notes,
    IReadOnlyList<Section> Sections);

/// <param name="Language">Language of the turn's first words.</param>
/// <param name="Section">Number of the section, in the first edition that has the body; null before the first section.</param>
public sealed record TurnRow(
    int Number,
    string Hash,
    string? Speaker,
    bool SpeakerInferred,
    Timestamp? Start,
    string Language,
    int? Section,
    IReadOnlyList<Paragraph> Paragraphs)
{
    /// <summary>Makes the turn of the row.</summary>
    /// <exception cref="InvalidOperationException">The hash of the row is invalid.</exception>
    public Turn ToTurn() => TurnId.TryParse(FormattableString.Invariant($"{Number}-{Hash}"), out var id)
        ? new Turn(id, Number, Speaker, SpeakerInferred, Start, Paragraphs)
        : throw new InvalidOperationException($"A turn numbered {Number} has the hash {Hash}.");
}

/// <summary>
/// A search document. A turn's own words are one document; the sponsor reads in it are a second one, right after it. Words that an earlier
/// body also has are indexed there only.
/// </summary>
/// <param name="Turn">Index into <see cref="BodyRecord.Turns"/>.</param>
/// <param name="Length">In tokens.</param>
/// <param name="Takeaway">Whether a takeaway begins in the turn.</param>
/// <param name="Tokens">The indexed text in UTF-8; see <see cref="Search.Analysis.IndexedText"/>.</param>
public sealed record DocumentRow(int Turn, int Length, bool Sponsor, bool Takeaway, ReadOnlyMemory<byte> Tokens);
