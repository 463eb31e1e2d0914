using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Twins;

/// <summary>Replaces the page's result with its twin when the request being rendered asks for Markdown.</summary>
internal sealed class TwinFilter : IResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.HttpContext.Request.Headers.Accept == Twin.MediaType && context.Controller is IHasTwin page && context.Result is PageResult)
        {
            context.Result = new TwinResult(page);
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

    private sealed class TwinResult(IHasTwin page) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context)
        {
            var http = context.HttpContext;
            var links = http.RequestServices.GetRequiredService<SiteLinks>();
            http.Response.ContentType = $"{Twin.MediaType}; charset=utf-8";

            // Search engines and bookmarks should keep the address of the page.
            http.Response.Headers.Append(HeaderNames.Link, $"<{links.Absolute(links.Page)}>; rel=\"canonical\"; type=\"text/html\"");
            return page.WriteTwinAsync(http.Response.Body, http.RequestAborted);
        }
    }
}
