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
    public static TurnResponse From(Turn turn, EpisodeSlug episode, string root) => new(
        turn.Id.ToString(),
        turn.Number,
        turn.Speaker,
        turn.SpeakerInferred,
        turn.Start?.Seconds,
        root + Paths.Turn(episode, turn.Id),
        [.. turn.Paragraphs.Select(p => new ParagraphResponse(p.Text, p.Start?.Seconds, p.Sponsor, p.Language))]);
}

/// <summary>One block of a turn's text.</summary>
/// <param name="Text">The source's own words, unescaped and unrendered.</param>
/// <param name="Sponsor">Whether it belongs to an advertisement.</param>
/// <param name="Language">Language of the words themselves, ISO 639-1.</param>
public sealed record ParagraphResponse(string Text, double? StartSeconds, bool Sponsor, string Language);

/// <summary>The turn that a link leads to.</summary>
public sealed record TurnMatchResponse : TurnResponse
{
    private TurnMatchResponse(TurnResponse turn)
        : base(turn)
    {
    }

    /// <summary>
    /// How the link's turn was found. exact: number and words are the link's; moved: the words stand at another number now;
    /// edited: nobody says these words any more, and this is the turn that has the number now.
    /// </summary>
    public required TurnMatchKind Match { get; init; }

    /// <summary>The heading that the turn stands below; null for none.</summary>
    public required SectionNameResponse? Section { get; init; }

    public static TurnMatchResponse From(TurnMatch match, string root) => new(TurnResponse.From(match.Turn, match.Episode.Slug, root))
    {
        Match = match.Kind,
        Section = SectionNameResponse.From(match.Sections.At(match.Turn.Number)),
    };
}
