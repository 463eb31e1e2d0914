using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Security;

namespace PodcastInsights.Web.Pages;

/// <summary>What a reader sees in place of a page; runs at the end of a request that failed.</summary>
[OfThisMoment]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public int Code { get; private set; }

    /// <summary>What was wrong; null where no more is known than the code says.</summary>
    public Refusal? Refusal => HttpContext.Features.Get<Refusal>();

    public void OnGet(int code)
    {
        // Nothing has failed for someone who types this page's own address: it is no page.
        var failed = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        Code = failed ? code : StatusCodes.Status404NotFound;
        Response.StatusCode = Code;
    }
}
