using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Snippets;

namespace PodcastInsights.Web.Rendering.Marks;

/// <summary>The results of a search in one edition of an episode: the turns, and the words to highlight in them.</summary>
/// <param name="typed">The query.</param>
internal sealed class EpisodeHits(string typed, IReadOnlySet<TurnId> turns, EpisodeMarker marker)
{
    /// <returns>The results in the displayed edition; null for no query.</returns>
    public static async Task<EpisodeHits?> FindAsync(
        ISearchIndex index, Episode episode, string? typed, CancellationToken cancellationToken)
    {
        var query = SearchQuery.Parse(typed);
        if (query.IsEmpty)
        {
            return null;
        }

        var found = await index.FindInEpisodeAsync(episode.Summary.Slug, query, cancellationToken);
        var edition = episode.Language == episode.Summary.Sources[0].Language ? null : episode.Language;
        var turns = found.Turns.Where(turn => episode.Twins.Count == 0 || turn.Edition == edition).Select(turn => turn.Id);
        var marker = new EpisodeMarker(found.Marker, [.. episode.Turns.SelectMany(turn => turn.Paragraphs).Select(paragraph => paragraph.Plain)]);
        return new EpisodeHits(found.Corrected ?? query.Text, turns.ToHashSet(), marker);
    }

    public string Typed => typed;

    public IReadOnlySet<TurnId> Turns => turns;

    /// <summary>Ranges to highlight in the turn; null where it was not found.</summary>
    public PassageMarks? In(Turn turn)
    {
        if (!turns.Contains(turn.Id))
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
