using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Search.Naming;

/// <summary>
/// Which episodes and speakers there are in a state of the corpus, and who speaks where: one pass over the documents, made once. The
/// corpus itself also remembers some that are gone.
/// </summary>
internal sealed class Census
{
    private readonly IReadOnlyList<SearchEpisode> episodes;
    private readonly int[][] episodesOfSpeaker;
    private readonly int[] turnsOfSpeaker;
    private readonly Dictionary<EpisodeSlug, int> speakerBySlug = [];

    public Census(SearchDocuments documents, IReadOnlyList<SearchEpisode> episodes, IReadOnlyList<SearchSpeaker> speakers)
    {
        this.episodes = episodes;
        turnsOfSpeaker = new int[speakers.Count];
        var heardIn = new List<int>?[speakers.Count];
        var isThere = new bool[episodes.Count];
        for (var id = 0; id < documents.Count; id++)
        {
            if ((documents.Traits[id] & DocumentTraits.Live) == 0)
            {
                continue;
            }

            isThere[documents.Episodes[id]] = true;
            if (documents.Speakers[id] is >= 0 and var speaker)
            {
                turnsOfSpeaker[speaker]++;
                var own = heardIn[speaker] ??= [];
                if (own.Count == 0 || own[^1] != documents.Episodes[id])
                {
                    own.Add(documents.Episodes[id]);
                }
            }
        }

        Episodes = [.. Enumerable.Range(0, isThere.Length).Where(i => isThere[i])];
        episodesOfSpeaker = Array.ConvertAll(heardIn, static own => own is null ? [] : own.Distinct().ToArray());
        Speakers = [.. Enumerable.Range(0, speakers.Count).Where(i => turnsOfSpeaker[i] > 0 && IsSomebody(speakers[i]))];
        foreach (var (i, speaker) in speakers.Index())
        {
            if (turnsOfSpeaker[i] > 0)
            {
                speakerBySlug[speaker.Slug] = i;
            }
        }
    }

    /// <summary>Indices of the episodes that are there.</summary>
    public IReadOnlyList<int> Episodes { get; }

    /// <summary>Indices of the speakers that are there and have a name; what a machine calls a voice is none.</summary>
    public IReadOnlyList<int> Speakers { get; }

    /// <summary>Indices of the episodes in which the speaker is heard.</summary>
    public IReadOnlyList<int> EpisodesOf(int speaker) => episodesOfSpeaker[speaker];

    /// <summary>How many documents are the speaker's.</summary>
    public int TurnsOf(int speaker) => turnsOfSpeaker[speaker];

    /// <summary>Index of the speaker, also of one without a name.</summary>
    /// <returns>Null where nobody has the slug.</returns>
    public int? SpeakerOf(EpisodeSlug slug) => speakerBySlug.TryGetValue(slug, out var speaker) ? speaker : null;

    public IEnumerable<SearchEpisode> EpisodesThere => Episodes.Select(i => episodes[i]);

    // A person's slug is that of the name; what a machine calls a voice ("Speaker 3") has a slug of its own in each episode.
    private static bool IsSomebody(SearchSpeaker speaker) => speaker.Slug == EpisodeSlug.From(speaker.Name);
}
