using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Core.Importing;

/// <summary>
/// Who speaks in the stored episodes. An episode is stored with the people that can be told when it is read; at the import's end all
/// episodes are looked at together, and those in which a name is somebody else by then are corrected.
/// </summary>
internal sealed class LibraryPeople
{
    private readonly IReadOnlyList<KnownSpeaker> known;
    private readonly Dictionary<EpisodeSlug, (EpisodeCast Cast, string Stamp)> stored;
    private readonly SpeakerDirectory before;

    public LibraryPeople(IEnumerable<StoredEpisode> episodes, IReadOnlyList<KnownSpeaker> known)
    {
        this.known = known;
        stored = episodes.Where(episode => episode.Cast is not null)
            .ToDictionary(episode => episode.Slug, episode => (episode.Cast!, episode.People));
        before = Directory();
    }

    /// <summary>Who the names are, as far as what was stored before the import tells.</summary>
    public EpisodeIdentities Identify(EpisodeSlug slug, EpisodeCast cast) => new(cast.Appearances(slug), before);

    public void Wrote(EpisodeRecord episode) => stored[episode.Slug] = (episode.Cast, episode.People.Stamp);

    public void Removed(EpisodeSlug slug) => stored.Remove(slug);

    /// <summary>Stores the people of each episode anew in which a name is somebody else than was stored.</summary>
    /// <returns>How many episodes these are.</returns>
    public async Task<int> CorrectAsync(IImportSession session, CancellationToken cancellationToken)
    {
        var corrected = 0;
        var directory = Directory();
        foreach (var (slug, (cast, stamp)) in stored)
        {
            var identities = new EpisodeIdentities(cast.Appearances(slug), directory);
            if (identities.Stamp != stamp)
            {
                await session.AssignPeopleAsync(slug, PeopleRecord.Of(cast, identities), cancellationToken);
                corrected++;
            }
        }

        return corrected;
    }

    private SpeakerDirectory Directory() => new([.. stored.SelectMany(episode => episode.Value.Cast.Appearances(episode.Key))], known);
}
