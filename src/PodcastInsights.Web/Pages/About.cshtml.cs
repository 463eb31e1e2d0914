using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Web.Branding;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Pages;

/// <summary>What the host says about the site. It changes with a file that is no part of the library.</summary>
[OfThisMoment]
public sealed class AboutModel(AboutText about) : PageModel
{
    public AboutPage Shown { get; private set; } = null!;

    /// <summary>HTML's name of the text's language; null where it is the page's own.</summary>
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
