using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Search.Naming;

/// <summary>
/// The episodes and speakers of a version of the corpus, and who speaks where. One pass over the documents, which skips removed ones that
/// the corpus still lists.
/// </summary>
internal sealed class CorpusStatistics
{
    private readonly IReadOnlyList<SearchEpisode> episodes;
    private readonly int[][] episodesOfSpeaker;
    private readonly int[] turnsOfSpeaker;
    private readonly Dictionary<EpisodeSlug, int> speakerBySlug = [];

    public CorpusStatistics(SearchDocuments documents, IReadOnlyList<SearchEpisode> episodes, IReadOnlyList<SearchSpeaker> speakers)
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

    /// <summary>Indices of the existing episodes.</summary>
    public IReadOnlyList<int> Episodes { get; }

    /// <summary>Indices of the existing speakers with a name, without a machine's names for voices.</summary>
    public IReadOnlyList<int> Speakers { get; }

    /// <summary>Indices of the episodes in which the speaker is heard.</summary>
    public IReadOnlyList<int> EpisodesOf(int speaker) => episodesOfSpeaker[speaker];

    /// <summary>Number of documents of the speaker.</summary>
    public int TurnsOf(int speaker) => turnsOfSpeaker[speaker];

    /// <summary>Finds a speaker by slug, including unnamed ones.</summary>
    /// <returns>Index of the speaker; null where there is none.</returns>
    public int? SpeakerOf(EpisodeSlug slug) => speakerBySlug.TryGetValue(slug, out var speaker) ? speaker : null;

    public IEnumerable<SearchEpisode> EpisodesThere => Episodes.Select(i => episodes[i]);

    // The slug of a named person is made from the name. A machine's name for a voice ("Speaker 3") has a different slug in each episode.
    private static bool IsSomebody(SearchSpeaker speaker) => speaker.Slug == EpisodeSlug.From(speaker.Name);
}
