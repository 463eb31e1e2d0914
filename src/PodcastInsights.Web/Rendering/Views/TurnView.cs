using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>A turn as a page shows it: its blocks in order, advertisements folded, notes apart.</summary>
/// <param name="Link">Where the turn's own page is.</param>
/// <param name="Moment">The recording at the turn's start; null where it cannot be linked.</param>
/// <param name="Spoken">Of the text around it, which passages in it need not repeat.</param>
public sealed record TurnView(
    Turn Turn, SpeakerRole Role, string Link, string? Moment, SpokenLanguage Spoken, IReadOnlyList<TurnBlock> Blocks)
{
    /// <summary>The element's id; null where the same turn stands beside it in another language and has the id.</summary>
    public string? Anchor { get; init; } = $"t-{Turn.Id}";

    /// <summary>Whether the words begin in it that a link names: the first that is marked has the id <c>words</c>.</summary>
    public bool BeginsQuotation { get; init; }

    /// <summary>The headings right above the turn.</summary>
    public IReadOnlyList<SectionView> Sections { get; init; } = [];

    /// <summary>The page of the person, whom other episodes may call otherwise; null where nobody is named.</summary>
    public string? SpeakerLink { get; init; }

    public string SpeakerName => Turn.Speaker ?? Texts.UnknownSpeaker;

    /// <summary>Whether nobody says anything in it: a break, a jingle.</summary>
    public bool IsPause => Turn.Paragraphs.All(paragraph => string.IsNullOrWhiteSpace(paragraph.Plain))
        && Blocks.All(block => block is TurnBlock.Speech);

    /// <summary>The speaker's colour, for styles: see <see cref="SpeakerLanes"/>.</summary>
    public required string Lane { get; init; }

    /// <summary>The role's name for styles; the role is told in words too.</summary>
    public string RoleClass => Role switch
    {
        SpeakerRole.Host => "host",
        SpeakerRole.Guest => "guest",
        _ => "other",
    };

    /// <summary>What is said beside the name: the role, and that the name is a guess; empty where there is nothing to say.</summary>
    public string Remark => (Role, Turn.SpeakerInferred) switch
    {
        (SpeakerRole.Other, false) => "",
        (SpeakerRole.Other, true) => Texts.SpeakerInferred,
        (_, false) => Wording.Role(Role),
        _ => Wording.Of(Texts.RoleInferred, Wording.Role(Role)),
    };

    public string Place => $"#{Turn.Number.ToText()}";
}
