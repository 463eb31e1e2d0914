using System.Text.Json.Serialization;

namespace PodcastInsights.Core.Episodes;

/// <summary>An episode as lists show it, without its turns.</summary>
/// <param name="Titles">Title by language (<c>en</c>, <c>zh</c>), as the files give it; at least one.</param>
/// <param name="Guests">Names of the speakers whose role is guest, in the order in which they first speak.</param>
/// <param name="Topics">Keywords of the files, as written.</param>
/// <param name="TurnCount">Turns of the edition shown by default.</param>
/// <param name="WordCount">Words of those turns; each Han, Kana or Hangul character counts as one.</param>
/// <param name="Sources">The episode's editions, the default one first.</param>
public sealed record EpisodeSummary(
    EpisodeSlug Slug,
    IReadOnlyDictionary<string, string> Titles,
    string? Show,
    IReadOnlyList<string> Guests,
    IReadOnlyList<string> Topics,
    DateOnly? PublishedOn,
    int? DurationSeconds,
    string? MediaUrl,
    int TurnCount,
    int WordCount,
    IReadOnlyList<EpisodeSource> Sources);

/// <summary>One file of an episode.</summary>
/// <param name="Language">Language of the edition, an ISO 639-1 code.</param>
/// <param name="Path">Relative to the library folder, with forward slashes.</param>
/// <param name="SpokenLanguage">ISO 639-1 code of the language of most of its paragraphs; null where it is the edition's own. A Chinese edition may hold what was said in English.</param>
public sealed record EpisodeSource(string Language, string Path, string? SpokenLanguage = null)
{
    /// <summary>ISO 639-1 code of the language that one reads in it.</summary>
    [JsonIgnore]
    public string LanguageRead => SpokenLanguage ?? Language;
}

/// <summary>An episode with all its turns, in one edition.</summary>
/// <param name="Language">Language of the edition whose turns these are. Editions with the same turns have them once.</param>
/// <param name="About">Text about the guest, by language.</param>
/// <param name="Twins">Languages of the other editions whose turns differ from this one's, in order.</param>
/// <param name="TimedMediaUrl">
/// The media link, where links to moments of it are possible; null where another episode has the same link, or where the recording is
/// shorter than the transcript.
/// </param>
public sealed record Episode(
    EpisodeSummary Summary,
    string Language,
    IReadOnlyDictionary<string, string> About,
    string? Description,
    IReadOnlyList<Speaker> Speakers,
    IReadOnlyList<Takeaway> Takeaways,
    IReadOnlyList<SponsorRead> Sponsors,
    IReadOnlyList<Turn> Turns,
    IReadOnlyList<Note> Notes,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<Diagnostic> Diagnostics,
    IReadOnlyList<string> Twins,
    string? TimedMediaUrl)
{
    /// <summary>The recording of this edition; null for none.</summary>
    public Recording? Recording { get; init; }

    /// <summary>Similar episodes, the most similar first; some may have been removed since.</summary>
    public IReadOnlyList<EpisodeSlug> Relatives { get; init; } = [];

    /// <summary>Metadata under keys that are not understood.</summary>
    public IReadOnlyList<MetadataPair> Metadata { get; init; } = [];
}

/// <summary>A key that is not understood, with its value as written.</summary>
/// <param name="Key">The path of keys, separated by dots.</param>
public sealed record MetadataPair(string Key, string Value);

/// <summary>A keyword, and how many episodes have it.</summary>
public sealed record Topic(string Name, EpisodeSlug Slug, int EpisodeCount);

/// <summary>What one speaker says until another speaks.</summary>
/// <param name="Number">Its place in the edition, from 1.</param>
/// <param name="Speaker">The name as the transcript gives it; null where the speaker is not known.</param>
/// <param name="SpeakerInferred">Whether the name was inferred from the conversation instead of read from the file.</param>
public sealed record Turn(
    TurnId Id,
    int Number,
    string? Speaker,
    bool SpeakerInferred,
    Timestamp? Start,
    IReadOnlyList<Paragraph> Paragraphs)
{
    /// <summary>The plain words of its paragraphs, a space between them.</summary>
    public string Plain => string.Join(' ', Paragraphs.Select(static paragraph => paragraph.Plain));

    /// <summary>Number of words in its paragraphs; see <see cref="WordReader"/>.</summary>
    public int WordCount => Paragraphs.Sum(static paragraph => paragraph.WordCount);
}

/// <summary>One block of a turn's text.</summary>
public sealed record Paragraph
{
    /// <param name="marked">The rendered text where it is Markdown; null for plain text.</param>
    /// <param name="wordCount">Number of words in the plain text, where they have been counted already.</param>
    public Paragraph(string text, Timestamp? start, bool sponsor, string language, MarkedText? marked = null, int? wordCount = null)
    {
        Text = text;
        Start = start;
        Sponsor = sponsor;
        Language = language;
        Marked = marked;
        WordCount = wordCount ?? Core.Text.WordCount.Of(Plain);
    }

    /// <summary>The source's own words, unescaped and unrendered.</summary>
    public string Text { get; init; }

    public Timestamp? Start { get; init; }

    /// <summary>Whether it belongs to a sponsor read.</summary>
    public bool Sponsor { get; init; }

    /// <summary>Language of the paragraph's words, which may differ from the edition's.</summary>
    public string Language { get; init; }

    /// <summary>The rendered text where it is Markdown; null for plain text.</summary>
    public MarkedText? Marked { get; init; }

    public Markup Markup => Marked is null ? Markup.None : Markup.Markdown;

    /// <summary>The text without markup, as it is searched, counted and quoted.</summary>
    public string Plain => Marked?.Plain ?? Text;

    /// <summary>Number of words in the plain text; see <see cref="WordReader"/>.</summary>
    public int WordCount { get; }
}

public enum SpeakerRole
{
    Host,
    Guest,

    /// <summary>Neither host nor guest: a voice in an advertisement, a listener, a machine's <c>Speaker 3</c>.</summary>
    Other,
}

/// <summary>A speaker of the episode, named as in the transcript.</summary>
/// <param name="Slug">Slug of the person, whose name may differ from this one.</param>
/// <param name="Person">The person's name where it is another than <paramref name="Name"/>; else null.</param>
public sealed record Speaker(string Name, EpisodeSlug Slug, SpeakerRole Role, int TurnCount, int WordCount, string? Person = null);

/// <summary>A passage from the file's takeaways section.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Heading">The heading, or the passage's first sentences where the heading was part of the passage.</param>
/// <param name="Text">The whole passage; paragraphs are separated by a blank line.</param>
/// <param name="TurnId">The turn in which it begins; null where no turn has these words.</param>
public sealed record Takeaway(int Number, string Heading, string Text, TurnId? TurnId);

/// <summary>A run of paragraphs of one turn that is an advertisement.</summary>
/// <param name="FirstParagraph">From 1, inclusive, as is <paramref name="LastParagraph"/>.</param>
public sealed record SponsorRead(string? Name, string? Url, TurnId TurnId, int FirstParagraph, int LastParagraph);

/// <summary>A stage note such as "(applause)" on a line of its own, which nobody says.</summary>
/// <param name="AfterParagraph">The paragraph before it, from 1; 0 where it comes before the turn's first paragraph.</param>
public sealed record Note(TurnId TurnId, int AfterParagraph, string Text);

public enum DiagnosticSeverity
{
    /// <summary>Something was repaired with certainty.</summary>
    Info,

    /// <summary>Something was guessed, or left as it was.</summary>
    Warning,

    /// <summary>The file or a part of it could not be parsed.</summary>
    Error,
}

/// <summary>Something repaired, guessed or doubtful in a file.</summary>
/// <param name="Code">Stable name of the kind, such as <c>archive.sentence-rejoined</c>.</param>
/// <param name="Path">Relative to the library folder.</param>
/// <param name="Line">Line from 1; 0 for the whole file.</param>
public sealed record Diagnostic(DiagnosticSeverity Severity, string Code, string Path, int Line, string Message);

internal static class TurnTimes
{
    /// <summary>The latest time of any paragraph or turn; times may run backwards. Null where there are none.</summary>
    public static Timestamp? LastStart(this IReadOnlyList<Turn> turns)
    {
        var last = (Timestamp?)null;
        foreach (var start in turns.SelectMany(turn => turn.Paragraphs.Select(paragraph => paragraph.Start).Prepend(turn.Start)))
        {
            last = last is null || start > last ? start ?? last : last;
        }

        return last;
    }
}
