using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Marks;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>Makes the views of turns of one edition.</summary>
/// <param name="links">Makes links to turns' pages.</param>
/// <param name="episode">The episode of the turns.</param>
/// <param name="spoken">Main language of the page's text.</param>
/// <param name="linkedEdition">Language of the edition, where links must have it; null for the default edition.</param>
/// <param name="recording">Address of the recording whose moments can be linked; null for none.</param>
internal sealed class TurnViews(
    SiteLinks links,
    EpisodeSlug episode,
    SpokenLanguage spoken,
    string? linkedEdition,
    IReadOnlyList<Speaker> speakers,
    IEnumerable<SponsorRead> sponsors,
    IEnumerable<Note> notes,
    string? recording)
{
    private readonly ILookup<string, Speaker> speakers = speakers.ToLookup(speaker => speaker.Name);
    private readonly SpeakerLanes lanes = new(speakers);
    private readonly ILookup<TurnId, SponsorRead> reads = sponsors.ToLookup(read => read.TurnId);
    private readonly ILookup<TurnId, Note> notes = notes.ToLookup(note => note.TurnId);

    /// <param name="marks">Ranges to highlight; null for none.</param>
    public TurnView Of(Turn turn, PassageMarks? marks = null)
    {
        var speaker = turn.Speaker is { } name ? speakers[name].FirstOrDefault() : null;
        return new(
            turn,
            speaker?.Role ?? SpeakerRole.Other,
            links.Turn(episode, turn.Id, linkedEdition),
            MediaMoment.Of(recording, turn.Start),
            spoken,
            TurnBlock.Of(turn, reads[turn.Id], notes[turn.Id], recording, marks))
        {
            Lane = lanes.ClassOf(turn.Speaker),
            SpeakerLink = speaker is null ? null : links.Speaker(speaker.Slug),
        };
    }
}
