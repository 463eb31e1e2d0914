using System.Text.Json.Serialization;

namespace PodcastInsights.Core.Episodes;

/// <summary>One conversation as lists show it, without its words.</summary>
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

/// <summary>An episode with all its words, in one edition.</summary>
/// <param name="Language">The edition whose turns these are; an episode whose editions hold the same turns has them once.</param>
/// <param name="About">What the files say of the guest, by language.</param>
/// <param name="Twins">Languages of the other editions that hold other turns than this one, in order.</param>
/// <param name="TimedMediaUrl">
/// The media link where moments of it can be linked; null where another episode has the same link or the recording ends before the
/// transcript.
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
    /// <summary>What can be heard of this edition; null for nothing.</summary>
    public Recording? Recording { get; init; }

    /// <summary>Other episodes that are about much the same, the likest first; some of them may be gone.</summary>
    public IReadOnlyList<EpisodeSlug> Relatives { get; init; } = [];

    /// <summary>What the files say under keys that are not understood.</summary>
    public IReadOnlyList<MetadataPair> Metadata { get; init; } = [];
}

/// <summary>What a file says of its episode under a key that is not understood, as written.</summary>
/// <param name="Key">The keys that lead to it, parted by dots.</param>
public sealed record MetadataPair(string Key, string Value);

/// <summary>A keyword of the files, with the episodes that have it.</summary>
public sealed record Topic(string Name, EpisodeSlug Slug, int EpisodeCount);

/// <summary>What one speaker says until another speaks.</summary>
/// <param name="Number">Its place in the edition, from 1.</param>
/// <param name="Speaker">The name as the transcript gives it; null where nobody can be named.</param>
/// <param name="SpeakerInferred">Whether the name was worked out from the conversation and not read from the file.</param>
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

    /// <summary>Of its paragraphs; see <see cref="WordReader"/>.</summary>
    public int WordCount => Paragraphs.Sum(static paragraph => paragraph.WordCount);
}

/// <summary>One block of a turn's text.</summary>
public sealed record Paragraph
{
    /// <param name="marked">What the text says where it is Markdown; null where every character is the speaker's.</param>
    /// <param name="wordCount">Of the plain words, where they have been counted already.</param>
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

    /// <summary>Language of the words themselves, whatever the edition calls itself.</summary>
    public string Language { get; init; }

    /// <summary>What the text says where it is Markdown; null where every character is the speaker's.</summary>
    public MarkedText? Marked { get; init; }

    public Markup Markup => Marked is null ? Markup.None : Markup.Markdown;

    /// <summary>The words alone, as one searches, counts and quotes them.</summary>
    public string Plain => Marked?.Plain ?? Text;

    /// <summary>Of the plain words; see <see cref="WordReader"/>.</summary>
    public int WordCount { get; }
}

public enum SpeakerRole
{
    Host,
    Guest,

    /// <summary>Neither: a voice in an advertisement, a listener's question, a machine's <c>Speaker 3</c>.</summary>
    Other,
}

/// <summary>A name as the transcript gives it, with what that speaker said in the episode.</summary>
/// <param name="Slug">Of the person, who may be called otherwise in other episodes, and in this one.</param>
/// <param name="Person">The person's name where it is another than <paramref name="Name"/>; else null.</param>
public sealed record Speaker(string Name, EpisodeSlug Slug, SpeakerRole Role, int TurnCount, int WordCount, string? Person = null);

/// <summary>A passage that the file's takeaways section lifts out.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Heading">The section's heading, or the passage's opening sentences where the heading was a piece of the passage.</param>
/// <param name="Text">The whole passage; paragraphs are parted by a blank line.</param>
/// <param name="TurnId">The turn it begins in; null where no turn holds these words.</param>
public sealed record Takeaway(int Number, string Heading, string Text, TurnId? TurnId);

/// <summary>A run of paragraphs of one turn that is an advertisement.</summary>
/// <param name="FirstParagraph">From 1, inclusive, as is <paramref name="LastParagraph"/>.</param>
public sealed record SponsorRead(string? Name, string? Url, TurnId TurnId, int FirstParagraph, int LastParagraph);

/// <summary>A stage note on a line of its own; nobody's words.</summary>
/// <param name="AfterParagraph">The paragraph it follows, from 1; 0 where it stands before the turn's first.</param>
public sealed record Note(TurnId TurnId, int AfterParagraph, string Text);

public enum DiagnosticSeverity
{
    /// <summary>Repaired for certain.</summary>
    Info,

    /// <summary>Guessed, or left as it was.</summary>
    Warning,

    /// <summary>The file, or a part of it, could not be understood.</summary>
    Error,
}

/// <summary>Something repaired, guessed or doubtful in a file.</summary>
/// <param name="Code">Stable name of the kind, such as <c>archive.sentence-rejoined</c>.</param>
/// <param name="Path">Relative to the library folder.</param>
/// <param name="Line">From 1; 0 where the whole file is meant.</param>
public sealed record Diagnostic(DiagnosticSeverity Severity, string Code, string Path, int Line, string Message);

public static class TurnTimes
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
