using Microsoft.AspNetCore.Mvc.ViewFeatures;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Rendering;

/// <summary>What a page says of itself to browsers and search engines.</summary>
/// <param name="Title">Of the page alone; null for the home page.</param>
/// <param name="Description">One or two sentences; null for none.</param>
/// <param name="Canonical">Root-relative address that the page would rather be known by; null for its own.</param>
/// <param name="Indexed">False for what no search engine should keep: searches and errors.</param>
public sealed record PageHead(string? Title, string? Description = null, string? Canonical = null, bool Indexed = true)
{
    public string DocumentTitle => Title is null ? Texts.SiteName : Wording.Of(Texts.DocumentTitle, Title, Texts.SiteName);
}

public static class PageHeadViewData
{
    private const string Key = "Head";

    public static void SetHead(this ViewDataDictionary viewData, PageHead head) => viewData[Key] = head;

    public static PageHead Head(this ViewDataDictionary viewData) => viewData[Key] as PageHead ?? new PageHead(null);
}
