using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts;

/// <summary>
/// What a format makes of a file, before the passes that all formats share (speakers, sponsors, takeaways, ids).
/// Every paragraph keeps its line, so that a diagnostic of a later pass can name it.
/// </summary>
public sealed class EditionDraft(string path, string format)
{
    public string Path { get; } = path;

    public string Format { get; } = format;

    /// <summary>Of the edition; null lets the words' script decide.</summary>
    public string? Language { get; set; }

    public Dictionary<string, string> Titles { get; } = [];

    public Dictionary<string, string> About { get; } = [];

    public string? Show { get; set; }

    public string? Description { get; set; }

    public List<string> Topics { get; } = [];

    /// <summary>Other addresses of the episode, as the metadata name them.</summary>
    public List<string> Aliases { get; } = [];

    public DateOnly? PublishedOn { get; set; }

    public int? DurationSeconds { get; set; }

    public string? MediaUrl { get; set; }

    /// <summary>What stands among the words, where the file says so itself; null where its format does.</summary>
    public Markup? Markup { get; set; }

    /// <summary>Whom the file's title or metadata name as guest; evidence for who speaks and for the roles.</summary>
    public List<string> NamedGuests { get; } = [];

    /// <summary>Whom the file's metadata name as speakers, in whatever role; evidence for who speaks.</summary>
    public List<string> NamedSpeakers { get; } = [];

    /// <summary>Whom the file's metadata name as host; evidence for who speaks and for the roles.</summary>
    public List<string> NamedHosts { get; } = [];

    /// <summary>The recording's chapters as the metadata list them, by their starts; they become sections where the file has none.</summary>
    public List<DraftSection> Chapters { get; } = [];

    /// <summary>What the metadata say under keys that are not understood, in their order; never spoken.</summary>
    public List<MetadataPair> Metadata { get; } = [];

    /// <summary>The editions in other languages that the same file holds, below the same labels.</summary>
    public List<EditionDraft> Translations { get; } = [];

    /// <summary>
    /// Whether the file parts its turns as the app did when it gave the episode away. A speaker may have two in a row there, as somebody whose
    /// words are lost spoke between them.
    /// </summary>
    public bool HasWholeTurns { get; init; }

    /// <summary>In the order of the file; a speaker may come twice in a row, the passes join them unless they are whole.</summary>
    public List<DraftTurn> Turns { get; } = [];

    public List<DraftTakeaway> Takeaways { get; } = [];

    public DiagnosticList Diagnostics { get; } = new(path);
}

/// <summary>A turn as a format found it; the passes name its speaker, join it with others and mark its sponsor reads.</summary>
public sealed class DraftTurn(string? speaker, int line)
{
    /// <summary>As the file gives it; null where it has lost it.</summary>
    public string? Speaker { get; set; } = speaker;

    public bool SpeakerInferred { get; set; }

    /// <summary>Whether the file had a name here and damage took it, so that it is worth guessing.</summary>
    public bool SpeakerLost { get; init; }

    /// <summary>Line of the turn's header, from 1.</summary>
    public int Line { get; } = line;

    public Timestamp? Start { get; set; }

    public List<DraftParagraph> Paragraphs { get; } = [];

    /// <summary>Stage notes: the paragraph each follows (0: before the first) and its text.</summary>
    public List<(int AfterParagraph, string Text)> Notes { get; } = [];

    /// <summary>Headings right above the turn, which begin a section each; a turn below one is not joined with the turn before.</summary>
    public List<DraftSection> Sections { get; } = [];

    /// <summary>Whether it ends with a question.</summary>
    public bool Asks => Paragraphs is [.., var last] && last.Text.AsSpan().TrimEnd("\"” ").EndsWith('?');
}

/// <param name="text">The source's own words.</param>
/// <param name="line">From 1.</param>
public sealed class DraftParagraph(string text, int line)
{
    public string Text { get; set; } = text;

    public int Line { get; } = line;

    public Timestamp? Start { get; set; }

    public bool Sponsor { get; set; }

    /// <summary>Code of the language that the file names for these words; null where it names none.</summary>
    public string? Language { get; init; }
}

/// <param name="Title">Without Markdown marks.</param>
/// <param name="Start">Null where the heading gives no time.</param>
/// <param name="Line">From 1.</param>
public sealed record DraftSection(string Title, Timestamp? Start, int Line);

/// <param name="Heading">Null where the heading was a piece of the passage.</param>
/// <param name="Cut">Whether the file cut the passage off.</param>
public sealed record DraftTakeaway(string? Heading, string Text, bool Cut, int Line);
