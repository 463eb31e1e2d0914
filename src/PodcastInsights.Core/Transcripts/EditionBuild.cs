using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Metadata;

namespace PodcastInsights.Core.Transcripts;

/// <summary>An edition under construction: the passes make it from a draft. A value that a pass failed to set has a usable default.</summary>
/// <param name="markup">Markup of the format, used where the file names none.</param>
/// <param name="language">Language in the file's name; null for none.</param>
/// <param name="catalogued">The catalogue's entry for the file; null for none.</param>
internal sealed class EditionBuild(EditionDraft draft, Markup markup, string? language = null, EpisodeMetadata? catalogued = null)
{
    private IReadOnlyList<TurnId>? ids;

    private IReadOnlyList<Takeaway>? takeaways;

    private List<Turn>? turns;

    private List<string>? words;

    private List<List<Paragraph>>? paragraphs;

    private string told = "en";

    public EditionDraft Draft => draft;

    public EpisodeMetadata? Catalogued => catalogued;

    /// <summary>Roles by speaker name in the draft's turns.</summary>
    public IReadOnlyDictionary<string, SpeakerRole> Roles { get; set; } = new Dictionary<string, SpeakerRole>();

    public IReadOnlyList<Sponsors.SponsorReadPart> Sponsors { get; set; } = [];

    /// <summary>The language from the file's name, the file or a catalogue, in this order; else detected from the words.</summary>
    public string Language { get => language ?? draft.Language ?? told; set => told = value; }

    /// <summary>Whether the language is declared and need not be detected.</summary>
    public bool SaysLanguage => (language ?? draft.Language) is not null;

    /// <summary>Id of each turn of the draft. Has the number only where the words could not be read.</summary>
    public IReadOnlyList<TurnId> Ids
    {
        get => ids ??= [.. draft.Turns.Select((_, index) => TurnId.Of(index + 1, ""))];
        set => ids = value;
    }

    public IReadOnlyList<Section> Sections { get; set; } = [];

    public IReadOnlyList<Speaker> Speakers { get; set; } = [];

    public IReadOnlyList<Takeaway> Takeaways
    {
        get => takeaways ??= [.. draft.Takeaways.Select((passage, index) =>
            new Takeaway(index + 1, passage.Heading ?? passage.Text, passage.Text, TurnId: null))];
        set => takeaways = value;
    }

    /// <summary>The final turns; computed on first use, after the passes that change the draft.</summary>
    public IReadOnlyList<Turn> Turns => turns ??=
    [
        .. draft.Turns.Select((turn, index) => new Turn(
            Ids[index], index + 1, turn.Speaker, turn.SpeakerInferred, turn.Start, Paragraphs[index])),
    ];

    /// <summary>The plain text of each turn.</summary>
    public IReadOnlyList<string> Words => words ??=
        Paragraphs.ConvertAll(said => string.Join(' ', said.Select(paragraph => paragraph.Plain)));

    /// <summary>The paragraphs of each turn; computed once, because parsing Markdown is most of the work for some files.</summary>
    private List<List<Paragraph>> Paragraphs => paragraphs ??= draft.Turns.ConvertAll(turn => turn.Paragraphs.ConvertAll(ParagraphOf));

    private Paragraph ParagraphOf(DraftParagraph paragraph) => new(
        paragraph.Text,
        paragraph.Start,
        paragraph.Sponsor,
        TextLanguage.Of(paragraph.Text, Language),
        (draft.Markup ?? markup) == Markup.Markdown ? MarkedOf(paragraph) : null);

    private MarkedText MarkedOf(DraftParagraph paragraph)
    {
        if (MarkdownText.IsTooDense(paragraph.Text))
        {
            draft.Diagnostics.Warning(
                "markdown.too-dense",
                paragraph.Line,
                "This paragraph has more Markdown marks than words to set with them, so that it is shown as it stands.");
        }

        return Step.Of(() => MarkdownText.Read(paragraph.Text), null) ?? new MarkedText(paragraph.Text, []);
    }

    public Edition Edition() => new(
        draft.Path,
        Language,
        draft.Format,
        draft.Titles,
        draft.About,
        draft.Show,
        draft.Description,
        draft.Topics,
        draft.PublishedOn,
        draft.DurationSeconds,
        draft.MediaUrl,
        Speakers,
        Turns,
        [.. draft.Turns.SelectMany((turn, index) => turn.Notes.Select(note => new Note(Ids[index], note.AfterParagraph, note.Text)))],
        Sections,
        Takeaways,
        [.. Sponsors.Select(read => new SponsorRead(read.Name, read.Url, Ids[read.Turn], read.FirstParagraph, read.LastParagraph))],
        [.. draft.Diagnostics.Items.OrderBy(diagnostic => diagnostic.Line)])
    {
        Aliases = draft.Aliases,
        Metadata = draft.Metadata,
    };
}
