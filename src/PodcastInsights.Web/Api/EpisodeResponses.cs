using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Api;

/// <summary>One page of the list of episodes.</summary>
/// <param name="Total">Episodes in the whole list.</param>
/// <param name="Page">Number of this page, from 1.</param>
/// <param name="PageSize">Largest number of items on a page.</param>
/// <param name="Items">The page's episodes; empty past the last page.</param>
internal sealed record EpisodesResponse(int Total, int Page, int PageSize, IReadOnlyList<EpisodeSummaryResponse> Items) : IPage;

/// <summary>An episode without its words.</summary>
/// <param name="Slug">Identifies the episode in addresses; percent-encoded.</param>
/// <param name="Titles">Title by language (ISO 639-1).</param>
/// <param name="Guests">Names of the guests, in the order in which they first speak.</param>
/// <param name="TurnCount">Turns of the default edition.</param>
/// <param name="WordCount">Words of those turns; each Han, Kana or Hangul character counts as one.</param>
/// <param name="Url">The episode's page, root-relative.</param>
/// <param name="Sources">The files the episode was read from, the default edition first.</param>
internal record EpisodeSummaryResponse(
    string Slug,
    IReadOnlyDictionary<string, string> Titles,
    string? Show,
    IReadOnlyList<string> Guests,
    DateOnly? PublishedOn,
    int? DurationSeconds,
    string? MediaUrl,
    int TurnCount,
    int WordCount,
    string Url,
    IReadOnlyList<SourceResponse> Sources)
{
    public static EpisodeSummaryResponse From(EpisodeSummary episode, string root) => new(
        Paths.Segment(episode.Slug),
        episode.Titles,
        episode.Show,
        episode.Guests,
        episode.PublishedOn,
        episode.DurationSeconds,
        episode.MediaUrl,
        episode.TurnCount,
        episode.WordCount,
        root + Paths.Episode(episode.Slug),
        [.. episode.Sources.Select(s => new SourceResponse(s.Language, s.Path))]);
}

/// <summary>One file of an episode.</summary>
/// <param name="Language">Language of the edition, ISO 639-1.</param>
/// <param name="Path">Relative to the library folder, with forward slashes.</param>
internal sealed record SourceResponse(string Language, string Path);

/// <summary>An episode with all its words, in one edition.</summary>
internal record EpisodeResponse : EpisodeSummaryResponse
{
    private EpisodeResponse(EpisodeSummaryResponse summary)
        : base(summary)
    {
    }

    /// <summary>What the files say of the guest, by language.</summary>
    public required IReadOnlyDictionary<string, string> About { get; init; }

    /// <summary>Who speaks in the episode.</summary>
    public required IReadOnlyList<SpeakerResponse> Speakers { get; init; }

    /// <summary>The passages in the takeaways sections of the files.</summary>
    public required IReadOnlyList<TakeawayResponse> Takeaways { get; init; }

    /// <summary>The advertisements.</summary>
    public required IReadOnlyList<SponsorResponse> Sponsors { get; init; }

    /// <summary>The whole conversation, in order.</summary>
    public required IReadOnlyList<TurnResponse> Turns { get; init; }

    /// <summary>Stage notes, which nobody says.</summary>
    public required IReadOnlyList<NoteResponse> Notes { get; init; }

    /// <summary>The headings between turns, in order.</summary>
    public required IReadOnlyList<SectionResponse> Sections { get; init; }

    /// <summary>What was repaired, guessed or is doubtful in the files.</summary>
    public required IReadOnlyList<DiagnosticResponse> Diagnostics { get; init; }

    /// <summary>Metadata of the files under unknown keys, in order.</summary>
    public required IReadOnlyList<MetadataResponse> Metadata { get; init; }

    public static EpisodeResponse From(Episode episode, string root) => new(EpisodeSummaryResponse.From(episode.Summary, root))
    {
        About = episode.About,
        Speakers =
        [
            .. episode.Speakers.Select(s => new SpeakerResponse(s.Name, Paths.Segment(s.Slug), s.Role, s.TurnCount, s.WordCount)),
        ],
        Takeaways = [.. episode.Takeaways.Select(t => new TakeawayResponse(t.Number, t.Heading, t.Text, t.TurnId?.ToString()))],
        Sponsors =
        [
            .. episode.Sponsors.Select(s => new SponsorResponse(s.Name, s.Url, s.TurnId.ToString(), s.FirstParagraph, s.LastParagraph)),
        ],
        Turns = [.. episode.Turns.Select(t => TurnResponse.From(t, episode.Summary, episode.Language, root))],
        Notes = [.. episode.Notes.Select(n => new NoteResponse(n.TurnId.ToString(), n.AfterParagraph, n.Text))],
        Sections = [.. episode.Sections.Select(s => new SectionResponse(s.Number, s.Title, s.Start?.Seconds, s.TurnId.ToString()))],
        Diagnostics = [.. episode.Diagnostics.Select(d => new DiagnosticResponse(d.Severity, d.Code, d.Path, d.Line, d.Message))],
        Metadata = [.. episode.Metadata.Select(m => new MetadataResponse(m.Key, m.Value))],
    };
}

/// <summary>A speaker, named as in the transcript, with the counts of this episode.</summary>
/// <param name="Slug">Identifies the person in addresses; percent-encoded.</param>
internal sealed record SpeakerResponse(string Name, string Slug, SpeakerRole Role, int TurnCount, int WordCount);

/// <summary>A passage of the file's takeaways section.</summary>
/// <param name="TurnId">The turn in which it begins; null where no turn has these words.</param>
internal sealed record TakeawayResponse(int Number, string Heading, string Text, string? TurnId);

/// <summary>A run of paragraphs of one turn that is an advertisement.</summary>
/// <param name="FirstParagraph">From 1, inclusive.</param>
/// <param name="LastParagraph">From 1, inclusive.</param>
internal sealed record SponsorResponse(string? Name, string? Url, string TurnId, int FirstParagraph, int LastParagraph);

/// <summary>A stage note.</summary>
/// <param name="AfterParagraph">The paragraph before it, from 1; 0 at the start of the turn.</param>
internal sealed record NoteResponse(string TurnId, int AfterParagraph, string Text);

/// <summary>A heading between turns, which nobody says.</summary>
/// <param name="Number">Its place in the edition, from 1.</param>
/// <param name="StartSeconds">From the recording's start; null where the heading gives no time.</param>
/// <param name="TurnId">The first turn below it.</param>
internal sealed record SectionResponse(int Number, string Title, double? StartSeconds, string TurnId);

/// <summary>The section of a turn.</summary>
/// <param name="Number">Its place in the edition, from 1.</param>
internal sealed record SectionNameResponse(int Number, string Title)
{
    public static SectionNameResponse? From(Section? section) => section is null ? null : new(section.Number, section.Title);
}

/// <summary>Something in a file that was repaired, guessed or is doubtful.</summary>
/// <param name="Line">From 1; 0 for the whole file.</param>
internal sealed record DiagnosticResponse(DiagnosticSeverity Severity, string Code, string Path, int Line, string Message);

/// <summary>An unknown key of the file's metadata, with its text.</summary>
/// <param name="Key">The path of keys, separated by dots.</param>
internal sealed record MetadataResponse(string Key, string Value);
