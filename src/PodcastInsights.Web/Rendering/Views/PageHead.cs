using Microsoft.AspNetCore.Mvc.ViewFeatures;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>What a page says of itself to browsers, search engines and those who show a link to it.</summary>
/// <param name="Title">Of the page alone; null for the home page.</param>
/// <param name="Description">One or two sentences; null for none.</param>
/// <param name="Canonical">Root-relative address that the page would rather be known by; null for its own.</param>
/// <param name="Indexed">False for what no search engine should keep: errors, and lists as somebody filtered them.</param>
public sealed record PageHead(string? Title, string? Description = null, string? Canonical = null, bool Indexed = true)
{
    /// <param name="site">The site's name.</param>
    public string DocumentTitle(string site) => Title is null ? site : Wording.Of(Texts.DocumentTitle, Title, site);

    /// <summary>Open Graph's kind of page.</summary>
    public string Kind { get; init; } = "website";

    /// <summary>What a link to the page is called elsewhere; null for the title.</summary>
    public string? ShareTitle { get; init; }

    /// <summary>Root-relative address of a picture of 1200 x 630 points; null for none.</summary>
    public string? Picture { get; init; }

    /// <summary>A feed of what the page shows; null for none.</summary>
    public FeedLink? Feed { get; init; }

    /// <summary>The page as data; null for none.</summary>
    public StructuredData? Data { get; init; }

    /// <summary>Whether the page has a search box in its text, and none above.</summary>
    public bool HasSearchBox { get; init; }

    /// <summary>Whether the page is one of an episode's conversation, at <c>#transcript</c>, below much that one may want to skip.</summary>
    public bool HasConversation { get; init; }

    /// <summary>Whether a recording can be heard on the page.</summary>
    public bool HasPlayer { get; init; }

    /// <summary>Module scripts under <c>scripts/</c> that the page wants beside those of every page.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];
}

public static class PageHeadViewData
{
    private const string Key = "Head";

    public static void SetHead(this ViewDataDictionary viewData, PageHead head) => viewData[Key] = head;

    public static PageHead Head(this ViewDataDictionary viewData) => viewData[Key] as PageHead ?? new PageHead(null);
}
