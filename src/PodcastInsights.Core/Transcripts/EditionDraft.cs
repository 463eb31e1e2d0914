using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts;

/// <summary>
/// The result of a format's parser, before the passes shared by all formats (speakers, sponsors, takeaways, ids). Every paragraph has its
/// line, for diagnostics of later passes.
/// </summary>
internal sealed class EditionDraft(string path, string format)
{
    public string Path { get; } = path;

    public string Format { get; } = format;

    /// <summary>Language of the edition; null to detect it.</summary>
    public string? Language { get; set; }

    public Dictionary<string, string> Titles { get; } = [];

    public Dictionary<string, string> About { get; } = [];

    public string? Show { get; set; }

    public string? Description { get; set; }

    public List<string> Topics { get; } = [];

    /// <summary>Other addresses of the episode in the metadata.</summary>
    public List<string> Aliases { get; } = [];

    public DateOnly? PublishedOn { get; set; }

    public int? DurationSeconds { get; set; }

    public string? MediaUrl { get; set; }

    /// <summary>Markup that the file declares; null for that of its format.</summary>
    public Markup? Markup { get; set; }

    /// <summary>Guests named in the title or metadata; evidence for speakers and roles.</summary>
    public List<string> NamedGuests { get; } = [];

    /// <summary>Speakers named in the metadata, in any role; evidence for speakers.</summary>
    public List<string> NamedSpeakers { get; } = [];

    /// <summary>Hosts named in the metadata; evidence for speakers and roles.</summary>
    public List<string> NamedHosts { get; } = [];

    /// <summary>Chapters of the recording from the metadata, by start; they become sections where the file has none.</summary>
    public List<DraftSection> Chapters { get; } = [];

    /// <summary>Metadata under keys that are not understood, in order.</summary>
    public List<MetadataPair> Metadata { get; } = [];

    /// <summary>Editions in other languages in the same file, with the same labels.</summary>
    public List<EditionDraft> Translations { get; } = [];

    /// <summary>
    /// Whether the turns are final, because the app itself wrote the file. Adjacent turns may then have the same speaker, where a turn
    /// without words between them was dropped.
    /// </summary>
    public bool HasWholeTurns { get; init; }

    /// <summary>Why the file is no transcript although it is in this format; null where it is one.</summary>
    public Diagnostic? Refusal { get; init; }

    /// <summary>Turns in file order. Adjacent turns may have the same speaker; a pass joins them unless they are whole.</summary>
    public List<DraftTurn> Turns { get; } = [];

    public List<DraftTakeaway> Takeaways { get; } = [];

    public DiagnosticList Diagnostics { get; } = new(path);
}

/// <summary>A turn from a parser. The passes name its speaker, join it with others and mark its sponsor reads.</summary>
internal sealed class DraftTurn(string? speaker, int line)
{
    /// <summary>Speaker in the file; null where it is missing.</summary>
    public string? Speaker { get; set; } = speaker;

    public bool SpeakerInferred { get; set; }

    /// <summary>Whether a name was here and was lost by damage, so that it should be inferred.</summary>
    public bool SpeakerLost { get; init; }

    /// <summary>Line of the turn's header, from 1.</summary>
    public int Line { get; } = line;

    public Timestamp? Start { get; set; }

    public List<DraftParagraph> Paragraphs { get; } = [];

    /// <summary>Stage notes, with the paragraph before each (0: before the first).</summary>
    public List<(int AfterParagraph, string Text)> Notes { get; } = [];

    /// <summary>Headings before the turn, each of which begins a section. The turn is not joined with the one before.</summary>
    public List<DraftSection> Sections { get; } = [];

    /// <summary>Whether the turn ends with a question.</summary>
    public bool Asks => Paragraphs is [.., var last] && last.Text.AsSpan().TrimEnd("\"” ").EndsWith('?');
}

/// <param name="text">The original text.</param>
/// <param name="line">From 1.</param>
internal sealed class DraftParagraph(string text, int line)
{
    public string Text { get; set; } = text;

    public int Line { get; } = line;

    public Timestamp? Start { get; set; }

    public bool Sponsor { get; set; }

    /// <summary>Language that the file gives for this paragraph; null for none.</summary>
    public string? Language { get; init; }
}

/// <param name="Title">Without Markdown marks.</param>
/// <param name="Start">Null where the heading gives no time.</param>
/// <param name="Line">From 1.</param>
internal sealed record DraftSection(string Title, Timestamp? Start, int Line);

/// <param name="Heading">Null where the heading was part of the passage.</param>
/// <param name="Cut">Whether the passage is cut off in the file.</param>
internal sealed record DraftTakeaway(string? Heading, string Text, bool Cut, int Line);
