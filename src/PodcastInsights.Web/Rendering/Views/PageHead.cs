using Microsoft.AspNetCore.Mvc.ViewFeatures;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>The metadata in the head of a page, for browsers, search engines and link previews.</summary>
/// <param name="Title">Title without the site's name; null for the home page.</param>
/// <param name="Description">One or two sentences; null for none.</param>
/// <param name="Canonical">Root-relative canonical address; null for the page's own.</param>
/// <param name="Indexed">Whether search engines may index the page: not errors and filtered lists.</param>
internal sealed record PageHead(string? Title, string? Description = null, string? Canonical = null, bool Indexed = true)
{
    /// <param name="site">The site's name.</param>
    public string DocumentTitle(string site) => Title is null ? site : Wording.Of(Texts.DocumentTitle, Title, site);

    /// <summary>The page's type in Open Graph.</summary>
    public string Kind { get; init; } = "website";

    /// <summary>Title in link previews; null for the page's title.</summary>
    public string? ShareTitle { get; init; }

    /// <summary>Root-relative address of a preview picture of 1200 x 630 pixels; null for none.</summary>
    public string? Picture { get; init; }

    /// <summary>The feed with the page's content; null for none.</summary>
    public FeedLink? Feed { get; init; }

    /// <summary>Root-relative address of the page for oEmbed; null for no oEmbed.</summary>
    public string? Embedded { get; init; }

    /// <summary>Structured data of the page (JSON-LD); null for none.</summary>
    public StructuredData? Data { get; init; }

    /// <summary>Whether the page has its own search box, which replaces the one in the header.</summary>
    public bool HasSearchBox { get; init; }

    /// <summary>Whether the page has a conversation, at <c>#transcript</c>, to which a skip link leads.</summary>
    public bool HasConversation { get; init; }

    /// <summary>Whether the page has a player.</summary>
    public bool HasPlayer { get; init; }

    /// <summary>Script modules under <c>scripts/</c> that the page needs in addition to those of every page.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];
}

internal static class PageHeadViewData
{
    private const string Key = "Head";

    public static void SetHead(this ViewDataDictionary viewData, PageHead head) => viewData[Key] = head;

    public static PageHead Head(this ViewDataDictionary viewData) => viewData[Key] as PageHead ?? new PageHead(null);
}
