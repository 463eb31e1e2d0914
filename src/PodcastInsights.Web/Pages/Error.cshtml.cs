using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Security;

namespace PodcastInsights.Web.Pages;

/// <summary>The page for errors; executed at the end of a failed request.</summary>
[OfThisMoment]
[ResponseCache(NoStore = true)]
internal sealed class ErrorModel : PageModel
{
    public int Code { get; private set; }

    /// <summary>The reason; null where only the status code is known.</summary>
    public Refusal? Refusal => HttpContext.Features.Get<Refusal>();

    public void OnGet(int code)
    {
        // The page's own address is not a page: nothing has failed there.
        var failed = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        Code = failed ? code : StatusCodes.Status404NotFound;
        Response.StatusCode = Code;
    }
}
