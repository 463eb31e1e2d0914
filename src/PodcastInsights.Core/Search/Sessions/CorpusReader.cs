using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>
/// Keeps the attributes of every document in memory, some twenty bytes each, and updates them by reading what was added. Not thread-safe.
/// </summary>
internal sealed class CorpusReader
{
    private readonly Dictionary<int, DocumentRun> runs = [];
    private readonly Dictionary<string, int> speakerIndex = [];
    private readonly Dictionary<string, int> languageIndex = [];
    private readonly Dictionary<long, int> episodeIndex = [];
    private readonly SearchDocumentsBuilder documents = new();
    private List<SearchEpisode> episodes = [];
    private List<SearchSpeaker> speakers = [];
    private List<string> languages = [];
    private int live;
    private int dead;
    private long tokens;

    /// <summary>Whether so many documents were removed that reading everything again pays.</summary>
    public bool IsWorn => dead > 1000 + (live / 4);

    /// <summary>
    /// Whether the stored runs follow from the known ones by adding and removing. They do not where ids were given twice, as by a store
    /// that has lost its last commits.
    /// </summary>
    public bool CanFollow(IReadOnlyList<DocumentRun> stored) =>
        stored.All(run => runs.TryGetValue(run.First, out var known)
            ? known with { People = run.People } == run
            : run.First >= documents.Count);

    /// <param name="stored">Runs for which <see cref="CanFollow"/> is true.</param>
    public async ValueTask<SearchCorpus> RefreshAsync(ISearchSession session, IReadOnlyList<DocumentRun> stored)
    {
        Forget(runs.Keys.Except(stored.Select(static run => run.First)).ToList());

        // Readers keep the lists of their version, so additions go into new ones.
        (episodes, speakers, languages) = ([.. episodes], [.. speakers], [.. languages]);
        var added = stored.Where(run => !runs.ContainsKey(run.First)).ToList();
        documents.Reserve(added.Count == 0 ? 0 : added.Max(static run => run.Last) + 1);
        await foreach (var run in session.ReadAsync(added, CancellationToken.None))
        {
            Add(run);
        }

        var changed = stored.Where(run => runs[run.First].People != run.People).ToList();
        await foreach (var run in session.ReadAsync(changed, CancellationToken.None))
        {
            Assign(run);
        }

        return new SearchCorpus(documents.Build(), episodes, speakers, languages, live, live == 0 ? 1 : (double)tokens / live);
    }

    private void Forget(List<int> gone)
    {
        foreach (var first in gone)
        {
            for (var id = first; id <= runs[first].Last; id++)
            {
                tokens -= documents.Remove(id);
                live--;
                dead++;
            }

            runs.Remove(first);
        }
    }

    private void Add(StoredRun run)
    {
        var episode = AddEpisode(run);
        var packed = new PackedDocuments(run.Documents);
        var own = SpeakersOf(run, packed);
        var spoken = packed.Languages.Select(language => IndexOf(languageIndex, language, languages, static code => code)).ToList();
        var id = run.Run.First;
        foreach (var document in packed)
        {
            documents.Add(id++, document with
            {
                Episode = episode,
                Speaker = document.Speaker < 0 ? -1 : own[document.Speaker],
                Language = (byte)spoken[document.Language],
                Traits = document.Traits | DocumentTraits.Live,
            });
            tokens += document.Length;
            live++;
        }

        if (id != run.Run.Last + 1)
        {
            throw new InvalidDataException($"The documents from {run.Run.First} on are {id - run.Run.First}, not up to {run.Run.Last}.");
        }

        runs[run.Run.First] = run.Run;
    }

    /// <summary>Updates the speakers of known documents.</summary>
    private void Assign(StoredRun run)
    {
        AddEpisode(run);
        var packed = new PackedDocuments(run.Documents);
        var own = SpeakersOf(run, packed);
        var id = run.Run.First;
        foreach (var document in packed)
        {
            documents.Assign(id++, document.Speaker < 0 ? -1 : own[document.Speaker]);
        }

        runs[run.Run.First] = run.Run;
    }

    /// <returns>The speaker index for each name of the packed documents.</returns>
    private List<int> SpeakersOf(StoredRun run, PackedDocuments packed)
    {
        var people = run.Speakers.ToDictionary(speaker => speaker.Name);
        return [.. packed.Speakers.Select(name => Index(people.GetValueOrDefault(name) ?? new SpeakerRow(name, EpisodeSlug.From(name), name)))];

        int Index(SpeakerRow speaker)
        {
            var index = IndexOf(speakerIndex, speaker.Slug.Value, speakers, _ => new SearchSpeaker(speaker.Person, speaker.Slug));

            // A person's name is spelt alike everywhere, except while an import changes the spelling.
            if (speakers[index].Name != speaker.Person)
            {
                speakers[index] = speakers[index] with { Name = speaker.Person };
            }

            return index;
        }
    }

    private int AddEpisode(StoredRun run)
    {
        // Guests have their names from the default edition; runs of other editions do not tell.
        var guests = run.Speakers.Where(speaker => run.Episode.Guests.Contains(speaker.Name)).Select(static speaker => speaker.Slug).Distinct().ToList();
        if (episodeIndex.TryGetValue(run.EpisodeId, out var index) && episodes[index].Slug == run.Episode.Slug)
        {
            episodes[index] = run.Episode with { GuestSlugs = guests.Count > 0 ? guests : episodes[index].GuestSlugs };
            return index;
        }

        episodes.Add(run.Episode with { GuestSlugs = guests });
        return episodeIndex[run.EpisodeId] = episodes.Count - 1;
    }

    private static int IndexOf<T>(Dictionary<string, int> index, string key, List<T> items, Func<string, T> make)
    {
        if (!index.TryGetValue(key, out var at))
        {
            index[key] = at = items.Count;
            items.Add(make(key));
        }

        return at;
    }
}
