using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Marks;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>Shows turns of one edition, with what the edition knows of them.</summary>
/// <param name="links">For the turns' own pages.</param>
/// <param name="episode">Whose turns they are.</param>
/// <param name="spoken">In which most of the text around is.</param>
/// <param name="linkedEdition">The edition's language where links must name it; null for the default edition.</param>
/// <param name="timedMediaUrl">See <see cref="Episode.TimedMediaUrl"/>.</param>
public sealed class TurnViews(
    SiteLinks links,
    EpisodeSlug episode,
    SpokenLanguage spoken,
    string? linkedEdition,
    IReadOnlyList<Speaker> speakers,
    IEnumerable<SponsorRead> sponsors,
    IEnumerable<Note> notes,
    string? timedMediaUrl)
{
    private readonly ILookup<string, Speaker> speakers = speakers.ToLookup(speaker => speaker.Name);
    private readonly SpeakerLanes lanes = new(speakers);
    private readonly ILookup<TurnId, SponsorRead> reads = sponsors.ToLookup(read => read.TurnId);
    private readonly ILookup<TurnId, Note> notes = notes.ToLookup(note => note.TurnId);

    /// <summary>Whose moments can be linked; null for none.</summary>
    public Uri? Recording { get; } = ExternalLink.TryCreate(timedMediaUrl, out var timed) ? timed : null;

    /// <param name="marks">Words to mark; null for none.</param>
    public TurnView Of(Turn turn, PassageMarks? marks = null)
    {
        var speaker = turn.Speaker is { } name ? speakers[name].FirstOrDefault() : null;
        return new(
            turn,
            speaker?.Role ?? SpeakerRole.Other,
            links.Turn(episode, turn.Id, linkedEdition),
            MediaMoment.Of(Recording, turn.Start),
            spoken,
            TurnBlock.Of(turn, reads[turn.Id], notes[turn.Id], Recording, marks))
        {
            Lane = lanes.ClassOf(turn.Speaker),
            SpeakerLink = speaker is null ? null : links.Speaker(speaker.Slug),
        };
    }
}
