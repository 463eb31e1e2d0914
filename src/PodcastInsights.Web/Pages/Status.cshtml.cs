using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Stores;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Views;
using PodcastInsights.Web.Security;

namespace PodcastInsights.Web.Pages;

/// <summary>The status of the library. Everybody sees counts; folder, files and diagnostics are only for clients that may see details.</summary>
[OfThisMoment]
[ResponseCache(NoStore = true)]
internal sealed class StatusModel(LibraryStatusReader reader, IImportReports reports, IFormerAddresses addresses) : PageModel
{
    /// <summary>Page size of the lists of files, names and addresses, each paged by its own parameter.</summary>
    public const int PageSize = 50;

    public LibraryStatus Status { get; private set; } = null!;

    /// <summary>Whether the client may see more than counts.</summary>
    public bool HasDetails { get; private set; }

    /// <summary>Null where the client may only see counts, and where the database cannot be read.</summary>
    public StatusLists? Lists { get; private set; }

    public FileQuestion Question { get; private set; } = null!;

    public string Megabytes => (Status.Bytes / 1048576.0).ToString("0.0", CultureInfo.InvariantCulture);

    /// <param name="after">Path after which the list of files begins.</param>
    /// <param name="names">Key after which the list of names begins.</param>
    /// <param name="page">Page of former addresses.</param>
    public async Task OnGetAsync(
        [FromQuery] string? show,
        [FromQuery] string? code,
        [FromQuery] string? q,
        [FromQuery] string? after,
        [FromQuery] string? names,
        [FromQuery(Name = "page")] string? page,
        CancellationToken cancellationToken)
    {
        Status = await reader.ReadAsync(cancellationToken);
        Question = FileQuestion.Of(show, code, q);
        HasDetails = DetailsAccess.Has(HttpContext);
        if (!HasDetails || Status.Problem is not null)
        {
            return;
        }

        var number = PageNumber.Read(page);
        var former = await addresses.ListAsync(number, PageSize, cancellationToken);
        Lists = new StatusLists(
            await reports.FilesAsync(Question.Filter, after, PageSize, cancellationToken),
            after is not null,
            await reports.MergedNamesAsync(names, PageSize, cancellationToken),
            former.Items,
            Pager.Of(former.Total, number, PageSize));
    }

    public static string StateOf(StoreServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        var role = server.TakesWrites ? Texts.StatusPrimary : Texts.StatusStandby;
        return !server.IsUp ? Texts.StatusServerDown
            : server.Behind is > 0 and var behind ? $"{role}, {Wording.Of(Texts.StatusServerBehind, Wording.Grouped((int)behind))}"
            : role;
    }

    /// <param name="HasBefore">Whether there are earlier pages of files.</param>
    internal sealed record StatusLists(
        Part<StoredFileReport> Files,
        bool HasBefore,
        Part<Diagnostic> Names,
        IReadOnlyList<FormerAddress> Former,
        Pager FormerPages);
}
