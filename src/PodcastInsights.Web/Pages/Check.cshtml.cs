using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Core.Search;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Pages;

internal sealed class CheckModel(ISearchIndex index) : PageModel
{
    public string Text { get; private set; } = "";

    public string Speaker { get; private set; } = "";

    public bool IsTooLong => Text.Length > QuotationReport.LongestText;

    /// <summary>Null where nothing was checked.</summary>
    public QuotationReport? Report { get; private set; }

    public async Task OnGetAsync(
        [FromQuery(Name = "text")] string? text, [FromQuery(Name = "speaker")] string? speaker, CancellationToken cancellationToken)
    {
        Text = Given.Text(text) ?? "";
        Speaker = Given.Text(speaker) ?? "";
        if (IsTooLong)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else if (Text.Length > 0)
        {
            Report = await index.CheckAsync(Text, Given.Text(speaker), cancellationToken);
        }
    }
}
