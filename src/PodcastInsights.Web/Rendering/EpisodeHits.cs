using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Snippets;

namespace PodcastInsights.Web.Rendering;

/// <summary>What a search found in one episode: its turns, and what marks the words in them.</summary>
/// <param name="typed">What was searched.</param>
/// <param name="marker">Null where no words were searched.</param>
public sealed class EpisodeHits(string typed, IEnumerable<SearchHit> found, TermMarker? marker)
{
    private const int MostTurns = 200;

    /// <summary>What is found in the edition shown, where editions have turns of their own. Null where nothing is searched.</summary>
    public static async Task<EpisodeHits?> FindAsync(
        ISearchIndex index, Episode episode, string? typed, CancellationToken cancellationToken)
    {
        var query = SearchQuery.Parse(typed);
        if (query.IsEmpty)
        {
            return null;
        }

        var here = query.Where("episode", episode.Summary.Slug.Value);
        var found = await index.SearchAsync(
            new SearchRequest(here, PageSize: MostTurns, Sort: SearchSort.Place, WithFacets: false, WithSnippets: false), cancellationToken);
        var edition = episode.Language == episode.Summary.Sources[0].Language ? null : episode.Language;
        return new EpisodeHits(
            found.Corrected ?? query.Text,
            found.Items.Where(hit => episode.Twins.Count == 0 || hit.Edition == edition),
            found.Marker);
    }

    public string Typed => typed;

    public IReadOnlySet<TurnId> Turns { get; } = found.Select(hit => hit.TurnId).ToHashSet();

    /// <summary>The words to mark in the turn; null where the search did not find it.</summary>
    public PassageMarks? In(Turn turn)
    {
        if (marker is null || !Turns.Contains(turn.Id))
        {
            return null;
        }

        var marks = new PassageMarks();
        foreach (var (index, paragraph) in turn.Paragraphs.Index())
        {
            foreach (var range in marker.RangesIn(paragraph.Plain))
            {
                marks.Add(index + 1, range);
            }
        }

        return marks;
    }
}
