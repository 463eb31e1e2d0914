using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Beginnings;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>Lists filtered by name, alternative searches where one found nothing, and example searches.</summary>
public sealed partial class LibrarySearch : ILibraryDirectory
{
    private const int MostOthers = 4;

    // A pair of words that is adjacent in a title by chance is said once at most.
    private const int LeastSaid = 2;

    private readonly ExampleKeeper examples = new();

    Task<ChosenEpisodes> ILibraryDirectory.EpisodesAsync(EpisodeFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return InSessionAsync(
            (_, _, state) => ValueTask.FromResult<ChosenEpisodes?>(state.Corpus.Lists.Episodes(filter)), cancellationToken);
    }

    Task<ChosenSpeakers> ILibraryDirectory.SpeakersAsync(SpeakerFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return InSessionAsync((_, _, state) => ValueTask.FromResult<ChosenSpeakers?>(state.Corpus.Lists.Speakers(filter)), cancellationToken);
    }

    Task<EpisodeSurroundings> ILibraryDirectory.AroundAsync(
        EpisodeSlug episode, IReadOnlyList<EpisodeSlug> relatives, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(relatives);
        return InSessionAsync(
            (_, _, state) => ValueTask.FromResult<EpisodeSurroundings?>(state.Corpus.Neighbourhood.Around(episode, relatives)), cancellationToken);
    }

    Task<IReadOnlyList<ExampleSearch>> ILibraryDirectory.ExamplesAsync(string language, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(language);
        return InSessionAsync(
            async (session, _, state) =>
                examples.Kept(language, state.Version) ?? await WriteExamplesAsync(language, session, state, cancellationToken),
            cancellationToken);
    }

    private async ValueTask<IReadOnlyList<ExampleSearch>> WriteExamplesAsync(
        string language, ISearchSession session, SearchState state, CancellationToken cancellationToken)
    {
        var keys = ExamplePassages.Of(state.Corpus, language);
        var passages = keys.Count == 0 ? [] : await session.PassagesAsync(keys, cancellationToken);
        var headed = new List<(HeadingPair Pair, int Said)>();
        foreach (var pair in HeadingPairs.Of(state.Corpus, vocabulary.Words, language))
        {
            var said = await CountAsync(SearchQuery.Parse($"\"{pair.Phrase}\""), literal: true, session, state, cancellationToken);
            headed.Add((pair, said.Total));
        }

        var found = new List<ExampleSearch>();
        var writer = new ExampleWriter(state.Corpus, vocabulary.Words);
        foreach (var example in writer.Write(
            [.. headed.Where(static one => one.Said >= LeastSaid).OrderByDescending(static one => one.Said).Select(static one => one.Pair)],
            [.. passages.OfType<Passage>().Select(static passage => passage.Text)], language))
        {
            if (!found.Exists(one => one.Kind == example.Kind && one.Field == example.Field)
                && await CountAsync(SearchQuery.Parse(example.Query), literal: true, session, state, cancellationToken) is { Total: > 0 })
            {
                found.Add(example);
            }
        }

        examples.Keep(language, state.Version, found);
        return found;
    }

    /// <summary>Alternatives to a search without results; each is tried, and those with results are returned.</summary>
    private async ValueTask<IReadOnlyList<OtherSearch>> OthersAsync(
        SearchRequest request, ISearchSession session, SearchState state, CancellationToken cancellationToken)
    {
        var others = new OtherQueries(state.Corpus, vocabulary.Words).Of(request.Query, request.Literal);
        var found = new List<OtherSearch>();
        foreach (var (kind, text) in others.Take(MostOthers))
        {
            if (await CountAsync(SearchQuery.Parse(text), literal: false, session, state, cancellationToken) is { Total: > 0 } counted
                && !found.Exists(one => one.Text == text))
            {
                found.Add(new OtherSearch(kind, text, counted.Total));
            }
        }

        return found;
    }

    private ValueTask<RankedDocuments> CountAsync(
        SearchQuery query, bool literal, ISearchSession session, SearchState state, CancellationToken cancellationToken)
    {
        var request = new SearchRequest(query, PageSize: 1, Literal: literal, WithFacets: false);
        return MatchAsync(searcher => searcher.Search(request), new QueryPostings(state), session, state, cancellationToken);
    }
}
