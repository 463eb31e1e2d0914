using PodcastInsights.Core.Search;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Views;

namespace PodcastInsights.Web.Twins;

/// <summary>The search results in Markdown: each passage with a link to its turn.</summary>
internal static class SearchTwin
{
    public static MarkdownPage Of(SearchView shown, bool isEmpty, SiteLinks links)
    {
        var page = new MarkdownPage(links);
        var (typed, results) = (shown.Address.Typed, shown.Results);
        page.Heading(1, isEmpty ? Texts.Search : Wording.Of(Texts.SearchTitle, typed));
        foreach (var hint in shown.Hints)
        {
            page.Paragraph(hint);
        }

        if (isEmpty)
        {
            return page.Paragraph(typed.Length == 0 ? Texts.SearchNothingTyped : Texts.SearchNoWords)
                .Row(page.Link(Texts.SearchHelpTitle, links.SearchHelp))
                .Ended();
        }

        page.List(shown.Named.Select(named => MarkdownPage.Joined(page.Link(named.Title.Text, named.Link), MarkdownPage.Text(named.Kind))));
        if (results.Corrected is { } corrected)
        {
            page.Paragraph(Wording.Of(Texts.SearchCorrected, typed, corrected));
        }

        if (results.Relaxed)
        {
            page.Paragraph(Texts.SearchRelaxed);
        }

        page.Paragraph(results.Total == 0 ? Wording.Of(Texts.SearchFoundNothing, typed) : Wording.Results(results.Total));
        page.List(shown.Others.Select(other => MarkdownPage.Joined(
            MarkdownPage.Text(other.How), page.Link(other.Text, other.Link), Wording.Results(other.Total))));
        foreach (var hit in results.Items)
        {
            Write(page, hit, links);
        }

        return page.Turned(Pager.Of(results.Total, results.Page, results.PageSize)).Ended();
    }

    private static void Write(MarkdownPage page, SearchHit hit, SiteLinks links)
    {
        var title = ShortTitle.Of(LocalText.Best(hit.EpisodeTitles, hit.Episode.Value), hit.Episode);
        var passage = string.Concat(hit.Snippet.Select(part => part.Text));
        page.Row(
            page.Link(hit.Speaker ?? Texts.UnknownSpeaker, links.Turn(hit.Episode, hit.TurnId, hit.Edition)),
            hit.Start?.ToString() ?? $"#{hit.TurnId.Number.ToText()}",
            page.Link(title.Text, links.EpisodeIn(hit.Episode, hit.Edition)),
            hit.PublishedOn is { } date ? MarkdownPage.Text(Wording.Date(date)) : null);
        page.Quote($"{Excerpt.Lead(passage)}{passage}{Excerpt.Trail(passage)}");
    }
}
