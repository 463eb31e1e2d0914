using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Web.Branding;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Pages;

/// <summary>The page with the owner's text about the site, from a file that is not part of the library.</summary>
[OfThisMoment]
internal sealed class AboutModel(AboutText about) : PageModel
{
    public AboutPage Shown { get; private set; } = null!;

    /// <summary>Value of the <c>lang</c> attribute; null for the page's language.</summary>
    public string? Language => LanguageTag.UnlessPages(Shown.Language, $"{Shown.Title} {Shown.Summary}");

    public IActionResult OnGet()
    {
        if (about.In(SiteLanguage.Current) is not { } page)
        {
            return NotFound();
        }

        Shown = page;
        return Page();
    }
}
