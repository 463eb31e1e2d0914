using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Core.Importing;

/// <summary>
/// The speakers of all episodes. An episode is stored with the people known when it is parsed. At the end of the import all episodes are
/// compared, and those in which a name now belongs to another person are corrected.
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

    /// <summary>Maps the names of an episode to people, as far as the episodes stored before the import tell.</summary>
    public EpisodeIdentities Identify(EpisodeSlug slug, EpisodeCast cast) => new(cast.Appearances(slug), before);

    public void Wrote(EpisodeRecord episode) => stored[episode.Slug] = (episode.Cast, episode.People.Stamp);

    public void Removed(EpisodeSlug slug) => stored.Remove(slug);

    /// <summary>Corrects each stored episode in which a name now belongs to another person.</summary>
    /// <returns>The number of episodes corrected.</returns>
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
