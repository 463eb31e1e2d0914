using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing.Records;

/// <summary>
/// An episode as a store keeps it. Everything is worked out: an engine inserts the rows and decides nothing. What depends on who the
/// speakers are over all episodes is in <see cref="People"/> alone, so that it can be replaced without the rest.
/// </summary>
/// <param name="ContentHash">Of the files it was made from; see <see cref="ImportedEpisode"/>.</param>
/// <param name="Files">Those files.</param>
/// <param name="Cast">From which the next import works out <paramref name="People"/> again.</param>
/// <param name="Topics">Each address once.</param>
/// <param name="Bodies">The different texts of the editions, the default one's first.</param>
/// <param name="Editions">One a language, the default one first.</param>
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
    /// <summary>Other addresses of the episode, as its files name them.</summary>
    public IReadOnlyList<EpisodeSlug> Aliases { get; init; } = [];

    /// <summary>What it is about, as <see cref="Relating.EpisodeSubject.Pack"/> writes it.</summary>
    public byte[] Subject { get; init; } = [];

    /// <summary>What can be heard of it.</summary>
    public IReadOnlyList<Recording> Recordings { get; init; } = [];

    /// <summary>By which it is known again when its file is renamed: see <see cref="Citation.EpisodeSketch"/>.</summary>
    public IReadOnlyList<long> Sketch { get; init; } = [];
}

/// <summary>What lists show of an episode, but for its guests.</summary>
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
/// <param name="Diagnostics">Of all editions, but for those in <see cref="PeopleRecord.Diagnostics"/>.</param>
public sealed record DetailRow(
    IReadOnlyDictionary<string, string> About,
    string? Description,
    IReadOnlyList<Diagnostic> Diagnostics,
    IReadOnlyList<MetadataPair> Metadata);

/// <param name="Name">As written.</param>
public sealed record TopicRow(EpisodeSlug Slug, string Name);

/// <summary>The turns that one or several editions show, and what is searched of them.</summary>
/// <param name="Language">Of the first edition that has them.</param>
public sealed record BodyRecord(string Language, IReadOnlyList<TurnRow> Turns, IReadOnlyList<DocumentRow> Documents);

/// <param name="Body">Index into <see cref="EpisodeRecord.Bodies"/>.</param>
public sealed record EditionRow(
    string Language,
    int Body,
    IReadOnlyList<Takeaway> Takeaways,
    IReadOnlyList<SponsorRead> Sponsors,
    IReadOnlyList<Note> Notes,
    IReadOnlyList<Section> Sections);

/// <param name="Language">Of its opening words.</param>
/// <param name="Section">Number of the section it stands in, in the first edition that has the body; null above the first.</param>
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
    /// <summary>The turn with its words.</summary>
    /// <exception cref="InvalidOperationException">The row has no hash of a turn.</exception>
    public Turn ToTurn() => TurnId.TryParse(FormattableString.Invariant($"{Number}-{Hash}"), out var id)
        ? new Turn(id, Number, Speaker, SpeakerInferred, Start, Paragraphs)
        : throw new InvalidOperationException($"A turn numbered {Number} has the hash {Hash}.");
}

/// <summary>
/// What is found: a turn's own words are one document, the sponsor reads in it another, right after it. Words that an earlier body says
/// too are in no document of a later one.
/// </summary>
/// <param name="Turn">Index into <see cref="BodyRecord.Turns"/>.</param>
/// <param name="Length">In tokens.</param>
/// <param name="Takeaway">Whether a takeaway begins in the turn.</param>
/// <param name="Tokens">See <see cref="Search.Analysis.IndexedText"/>, in UTF-8.</param>
public sealed record DocumentRow(int Turn, int Length, bool Sponsor, bool Takeaway, ReadOnlyMemory<byte> Tokens);
