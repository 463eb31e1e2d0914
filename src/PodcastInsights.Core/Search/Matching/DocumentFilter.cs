using System.Runtime.CompilerServices;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Querying;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>
/// The filters of a query, evaluated once for all episodes, speakers and languages: testing a document is then a look-up.
/// <see cref="FilterField.All"/> says what each filter keeps, by calling the methods here.
/// </summary>
internal sealed class DocumentFilter
{
    private readonly SearchCorpus corpus;
    private readonly SearchDocuments documents;
    private readonly bool[]? only;
    private readonly List<SearchHint> hints = [];
    private bool[]? episodes;
    private bool[]? speakers;
    private bool[]? languages;
    private DocumentTraits wanted = DocumentTraits.Live;
    private DocumentTraits unwanted = DocumentTraits.Sponsor;

    /// <param name="only">The one episode to search in; null for all.</param>
    public DocumentFilter(SearchCorpus corpus, IReadOnlyList<SearchFilter> filters, EpisodeSlug? only = null)
    {
        this.corpus = corpus;
        documents = corpus.Documents;
        if (only is { } slug)
        {
            this.only = new bool[corpus.Episodes.Count];
            if (corpus.EpisodeOrder.IndexOf(slug) is >= 0 and var index)
            {
                this.only[index] = true;
            }

            episodes = this.only;
        }

        foreach (var group in filters.GroupBy(static filter => (filter.Field, filter.Excluded)))
        {
            group.Key.Field.Keep(this, new FilterGroup([.. group], group.Key.Excluded));
        }
    }

    /// <summary>Hints for filters that match no speaker, episode or topic.</summary>
    public IReadOnlyList<SearchHint> Hints => hints;

    /// <summary>Whether both documents of a turn, its own words and its sponsor reads, may pass.</summary>
    public bool KeepsBothOfTurn => ((wanted | unwanted) & DocumentTraits.Sponsor) == 0;

    /// <summary>Range from the first document to the last one of the episodes that pass.</summary>
    public DocumentRange Range() => episodes is null ? DocumentRange.All : corpus.EpisodeOrder.RangeOf(episodes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Keeps(int id) =>
        (documents.Traits[id] & (wanted | unwanted)) == wanted
        && (episodes is null || episodes[documents.Episodes[id]])
        && (speakers is null || (documents.Speakers[id] >= 0 && speakers[documents.Speakers[id]]))
        && (languages is null || languages[documents.Languages[id]]);

    /// <summary>Keeps documents whose speaker is named by any of the filters.</summary>
    public void KeepSpeakers(FilterGroup group, Func<SearchSpeaker, string?> slug, Func<SearchSpeaker, NameWords[]> names) =>
        Narrow(ref speakers, group.Excluded, Called(group, corpus.Speakers, among: null, slug, names));

    /// <summary>Keeps episodes named by any of the filters.</summary>
    public void KeepEpisodes(FilterGroup group, Func<SearchEpisode, string?> slug, params Func<SearchEpisode, NameWords[]>[] names) =>
        Narrow(ref episodes, group.Excluded, Called(group, corpus.Episodes, only, slug, names));

    /// <summary>Keeps episodes by date of publication; null where it is not known.</summary>
    public void KeepPublished(FilterGroup group, Func<DateOnly?, bool> isMeant) =>
        Narrow(ref episodes, group.Excluded, [.. corpus.Episodes.Select(episode => isMeant(episode.PublishedOn))]);

    public void KeepLanguages(FilterGroup group) =>
        Narrow(ref languages, group.Excluded, Called(group, corpus.Languages, among: null, static language => language));

    public void KeepTraits(DocumentTraits wanted, DocumentTraits unwanted)
    {
        this.wanted |= wanted;
        this.unwanted |= unwanted;
    }

    /// <summary>Keeps sponsor reads, which are excluded unless a filter asks for them.</summary>
    /// <param name="alone">Whether to keep only these.</param>
    public void KeepSponsors(bool alone)
    {
        unwanted &= ~DocumentTraits.Sponsor;
        wanted |= alone ? DocumentTraits.Sponsor : DocumentTraits.None;
    }

    /// <param name="among">Items to test; null for all.</param>
    private bool[] Called<T>(
        FilterGroup group, IReadOnlyList<T> items, bool[]? among, Func<T, string?> slug, params Func<T, NameWords[]>[] names)
    {
        var values = group.Filters.Select(static filter => (filter.Value, Words: new CallWords(filter.Value))).ToList();
        var found = new bool[items.Count];
        for (var i = 0; i < found.Length; i++)
        {
            if (among is null || among[i])
            {
                var item = items[i];
                found[i] = values.Exists(value => value.Value == slug(item)
                    || Array.Exists(names, name => Array.Exists(name(item), words => words.Hold(value.Words))));
            }
        }

        if (!Array.Exists(found, static one => one))
        {
            hints.AddRange(group.Filters.Select(
                static filter => new SearchHint(SearchHintKind.NothingCalled, $"{filter.Field.Name}:{filter.Value}")));
        }

        return found;
    }

    private static void Narrow(ref bool[]? kept, bool excluded, bool[] found)
    {
        var before = kept;
        kept = [.. found.Select((one, i) => one != excluded && (before is null || before[i]))];
    }
}
