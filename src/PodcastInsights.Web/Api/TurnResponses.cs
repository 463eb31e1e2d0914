using System.Text.Json.Serialization;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Api;

/// <summary>What one speaker says until another speaks.</summary>
/// <param name="Id">Names the turn in links; it outlives edits of the transcript elsewhere.</param>
/// <param name="Number">Its place in the edition, from 1.</param>
/// <param name="Speaker">The name as the transcript gives it; null where nobody can be named.</param>
/// <param name="SpeakerInferred">Whether the name was worked out from the conversation and not read from the file.</param>
/// <param name="StartSeconds">From the recording's start; null where the file does not tell.</param>
/// <param name="Url">The turn's page, root-relative.</param>
public record TurnResponse(
    string Id,
    int Number,
    string? Speaker,
    bool SpeakerInferred,
    double? StartSeconds,
    string Url,
    IReadOnlyList<ParagraphResponse> Paragraphs)
{
    /// <param name="language">Of the edition that has the turn.</param>
    public static TurnResponse From(Turn turn, EpisodeSummary episode, string language, string root) => new(
        turn.Id.ToString(),
        turn.Number,
        turn.Speaker,
        turn.SpeakerInferred,
        turn.Start?.Seconds,
        root + Paths.Turn(episode.Slug, turn.Id, EditionOf(episode, language)),
        [.. turn.Paragraphs.Select(p => new ParagraphResponse(p.Text, p.Start?.Seconds, p.Sponsor, p.Language))]);

    /// <summary>The edition as an address names it: null for the default one.</summary>
    internal static string? EditionOf(EpisodeSummary episode, string language) =>
        language == episode.Sources[0].Language ? null : language;
}

/// <summary>One block of a turn's text.</summary>
/// <param name="Text">The source's own words, unescaped and unrendered.</param>
/// <param name="Sponsor">Whether it belongs to an advertisement.</param>
/// <param name="Language">Language of the words themselves, ISO 639-1.</param>
public sealed record ParagraphResponse(string Text, double? StartSeconds, bool Sponsor, string Language);

/// <summary>The turn that a link leads to.</summary>
public record TurnMatchResponse : TurnResponse
{
    private TurnMatchResponse(TurnResponse turn)
        : base(turn)
    {
    }

    /// <summary>
    /// How the link's turn was found. exact: number and words are the link's; moved: the words stand at another number now;
    /// edited: no turn begins with these words any more, and this is the one that they went to or, where that is not known, the one that
    /// has the number now.
    /// </summary>
    public required TurnMatchKind Match { get; init; }

    /// <summary>The heading that the turn stands below; null for none.</summary>
    public required SectionNameResponse? Section { get; init; }

    /// <summary>The words of the parameter w; null without it, or where the turn has no such words.</summary>
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

/// <summary>The words that a link names.</summary>
/// <param name="Text">As they stand now; those of several turns are parted by a line break.</param>
/// <param name="FirstWord">From 1 in the first turn.</param>
/// <param name="LastWord">From 1 in the last turn, inclusive.</param>
/// <param name="Match">
/// exact: they stand where the link says; moved: they stand elsewhere now; edited: nobody says these words any more, and the text is what
/// comes nearest, to be quoted as nobody's; unknown: the link has no hash that tells what they were.
/// </param>
/// <param name="Was">What they were, where they have changed and that is remembered; else null.</param>
/// <param name="Url">The page of these words as they are now, root-relative, with their hash.</param>
/// <param name="Passages">One for each turn.</param>
/// <param name="Changes">From what they were to what they are; empty where that is not known.</param>
public sealed record QuoteResponse(
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
/// <param name="FirstWord">From 1 in the turn, as is the last, inclusive.</param>
public sealed record PassageResponse(string TurnId, int Number, string? Speaker, string Text, int FirstWord, int LastWord);

/// <summary>Words that stayed, went or came.</summary>
public sealed record ChangeResponse(ChangeKind Kind, string Text);
