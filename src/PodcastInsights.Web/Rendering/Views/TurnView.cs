using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>The data of a turn on a page: its blocks in order, with advertisements collapsed.</summary>
/// <param name="Link">Link to the turn's page.</param>
/// <param name="Moment">Link to the recording at the turn's start; null for none.</param>
/// <param name="Spoken">Language of the surrounding text, which its paragraphs need not repeat.</param>
internal sealed record TurnView(
    Turn Turn, SpeakerRole Role, string Link, string? Moment, SpokenLanguage Spoken, IReadOnlyList<TurnBlock> Blocks)
{
    /// <summary>Id of the element; null where the same turn in another language has it.</summary>
    public string? Anchor { get; init; } = $"t-{Turn.Id}";

    /// <summary>Whether the quoted words of a link begin in it: the first highlight gets the id <c>words</c>.</summary>
    public bool BeginsQuotation { get; init; }

    /// <summary>Value of <c>dir</c> for the line above the words, so that the name is where they begin; null where they run from left to right.</summary>
    public string? Direction =>
        Turn.Paragraphs.Count > 0 && TextDirection.Of(Turn.Paragraphs[0].Text) == TextDirection.RightToLeft ? TextDirection.RightToLeft : null;

    /// <summary>Section headings before the turn.</summary>
    public IReadOnlyList<SectionView> Sections { get; init; } = [];

    /// <summary>Link to the speaker's page; null where unknown.</summary>
    public string? SpeakerLink { get; init; }

    public string SpeakerName => Turn.Speaker ?? Texts.UnknownSpeaker;

    /// <summary>Whether it has no words: a break, a jingle.</summary>
    public bool IsPause => Turn.Paragraphs.All(paragraph => string.IsNullOrWhiteSpace(paragraph.Plain))
        && Blocks.All(block => block is TurnBlock.Speech);

    /// <summary>CSS class of the speaker's colour: see <see cref="SpeakerLanes"/>.</summary>
    public required string Lane { get; init; }

    /// <summary>CSS class of the role, which is shown as text too.</summary>
    public string RoleClass => Role switch
    {
        SpeakerRole.Host => "host",
        SpeakerRole.Guest => "guest",
        _ => "other",
    };

    /// <summary>Text next to the name: the role, and that the name was inferred; empty for none.</summary>
    public string Remark => (Role, Turn.SpeakerInferred) switch
    {
        (SpeakerRole.Other, false) => "",
        (SpeakerRole.Other, true) => Texts.SpeakerInferred,
        (_, false) => Wording.Role(Role),
        _ => Wording.Of(Texts.RoleInferred, Wording.Role(Role)),
    };

    public string Place => $"#{Turn.Number.ToText()}";
}
