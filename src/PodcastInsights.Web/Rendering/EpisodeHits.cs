using System.Text;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search;

namespace PodcastInsights.Web.Rendering;

/// <summary>
/// What a search found in one episode: its turns, and in them the words. The forms that the index has marked in its snippets are
/// marked all through the turn, whatever engine found them.
/// </summary>
/// <param name="typed">What was searched.</param>
public sealed class EpisodeHits(string typed, IReadOnlyList<SearchHit> found)
{
    private const int MostTurns = 200;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly Regex? forms = FormsOf(found);

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
            new SearchRequest(here, PageSize: MostTurns, Sort: SearchSort.Place, WithFacets: false), cancellationToken);
        var edition = episode.Language == episode.Summary.Sources[0].Language ? null : episode.Language;
        return new EpisodeHits(
            found.Corrected ?? query.Text, [.. found.Items.Where(hit => episode.Twins.Count == 0 || hit.Edition == edition)]);
    }

    public string Typed => typed;

    public IReadOnlySet<TurnId> Turns { get; } = found.Select(hit => hit.TurnId).ToHashSet();

    /// <summary>The words to mark in the turn; null where the search did not find it.</summary>
    public PassageMarks? In(Turn turn)
    {
        if (forms is null || !Turns.Contains(turn.Id))
        {
            return null;
        }

        var marks = new PassageMarks();
        for (var paragraph = 1; paragraph <= turn.Paragraphs.Count; paragraph++)
        {
            foreach (var match in forms.EnumerateMatches(turn.Paragraphs[paragraph - 1].Plain))
            {
                marks.Add(paragraph, new(match.Index, match.Index + match.Length));
            }
        }

        return marks;
    }

    /// <summary>Whether the text needs no space around it to be found.</summary>
    private static bool StandsAlone(string text) => Rune.TryGetRuneAt(text, 0, out var first) && WordReader.StandsAlone(first);

    private static Regex? FormsOf(IReadOnlyList<SearchHit> found)
    {
        var forms = found.SelectMany(hit => hit.Snippet).Where(part => part.Match).Select(part => part.Text)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(form => form.Length)
            .Select(form => StandsAlone(form) ? Regex.Escape(form) : $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(form)}(?![\p{{L}}\p{{N}}])")
            .ToList();
        return forms.Count == 0 ? null : new Regex(string.Join('|', forms), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit);
    }
}
