using System.Text.Json.Serialization;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Api;

/// <summary>What one speaker says until another speaks.</summary>
/// <param name="Id">Identifies the turn in links, also after edits elsewhere in the transcript.</param>
/// <param name="Number">Its place in the edition, from 1.</param>
/// <param name="Speaker">The name as in the transcript; null if unknown.</param>
/// <param name="SpeakerInferred">Whether the name was inferred from the conversation instead of read from the file.</param>
/// <param name="StartSeconds">From the start of the recording; null if unknown.</param>
/// <param name="Url">The turn's page, root-relative.</param>
internal record TurnResponse(
    string Id,
    int Number,
    string? Speaker,
    bool SpeakerInferred,
    double? StartSeconds,
    string Url,
    IReadOnlyList<ParagraphResponse> Paragraphs)
{
    /// <param name="language">Language of the edition.</param>
    public static TurnResponse From(Turn turn, EpisodeSummary episode, string language, string root) => new(
        turn.Id.ToString(),
        turn.Number,
        turn.Speaker,
        turn.SpeakerInferred,
        turn.Start?.Seconds,
        root + Paths.Turn(episode.Slug, turn.Id, EditionOf(episode, language)),
        [.. turn.Paragraphs.Select(p => new ParagraphResponse(p.Text, p.Start?.Seconds, p.Sponsor, p.Language))]);

    /// <summary>The edition as in an address: null for the default one.</summary>
    internal static string? EditionOf(EpisodeSummary episode, string language) =>
        language == episode.Sources[0].Language ? null : language;
}

/// <summary>One block of a turn's text.</summary>
/// <param name="Text">The source text, unescaped and unrendered.</param>
/// <param name="Sponsor">Whether it is part of an advertisement.</param>
/// <param name="Language">Language of the words themselves, ISO 639-1.</param>
internal sealed record ParagraphResponse(string Text, double? StartSeconds, bool Sponsor, string Language);

/// <summary>The turn to which a link refers.</summary>
internal record TurnMatchResponse : TurnResponse
{
    private TurnMatchResponse(TurnResponse turn)
        : base(turn)
    {
    }

    /// <summary>
    /// How the turn was found. exact: it has the link's number and words; moved: its words are now at another number; edited: no turn
    /// begins with these words any more, and this is the turn that they became part of or, if that is unknown, the turn that now has the
    /// number.
    /// </summary>
    public required TurnMatchKind Match { get; init; }

    /// <summary>The section of the turn; null for none.</summary>
    public required SectionNameResponse? Section { get; init; }

    /// <summary>The words of the parameter w; null without it, or if the turn has no such words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public QuoteResponse? Quote { get; init; }

    public static TurnMatchResponse From(TurnMatch match, string root) => new(
        TurnResponse.From(match.Turn, match.Episode, match.Language, root))
    {
        Match = match.Kind,
        Section = SectionNameResponse.From(match.Sections.At(match.Turn.Number)),
        Quote = match.Quote is { } quote ? QuoteResponse.From(quote, match, root) : null,
    };
}

/// <summary>The words to which a link refers.</summary>
/// <param name="Text">The present words; those of several turns are separated by a line break.</param>
/// <param name="FirstWord">From 1 in the first turn.</param>
/// <param name="LastWord">From 1 in the last turn, inclusive.</param>
/// <param name="Match">
/// exact: they are at the link's position; moved: they are elsewhere; edited: nobody says these words any more, and the text is the most
/// similar passage, which must not be attributed to the speaker; unknown: the link has no hash, so it is not known whether they have
/// changed.
/// </param>
/// <param name="Was">The former words, if they have changed and are stored; else null.</param>
/// <param name="Url">The page of the present words, root-relative, with their hash.</param>
/// <param name="Passages">One passage for each turn.</param>
/// <param name="Changes">The changes from the former to the present words; empty if unknown.</param>
internal sealed record QuoteResponse(
    string Text,
    int FirstWord,
    int LastWord,
    QuotationMatch Match,
    string? Was,
    string Url,
    IReadOnlyList<PassageResponse> Passages,
    IReadOnlyList<ChangeResponse> Changes)
{
    public static QuoteResponse From(Quotation quote, TurnMatch match, string root) => new(
        quote.Text,
        quote.Words.First,
        quote.Words.Last,
        quote.Match,
        quote.Was,
        root + Paths.Turn(match.Episode.Slug, quote.Passages[0].Turn.Id, TurnResponse.EditionOf(match.Episode, match.Language), quote.Words),
        [.. quote.Passages.Select(p => new PassageResponse(p.Turn.Id.ToString(), p.Turn.Number, p.Turn.Speaker, p.Text, p.FirstWord, p.LastWord))],
        [.. quote.Changes.Select(change => new ChangeResponse(change.Kind, change.Text))]);
}

/// <summary>Words of one turn.</summary>
/// <param name="FirstWord">From 1 in the turn; `lastWord` is inclusive.</param>
internal sealed record PassageResponse(string TurnId, int Number, string? Speaker, string Text, int FirstWord, int LastWord);

/// <summary>Words that were kept, removed or added.</summary>
internal sealed record ChangeResponse(ChangeKind Kind, string Text);
