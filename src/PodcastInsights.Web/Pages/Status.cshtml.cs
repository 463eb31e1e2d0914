using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Stores;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Observability;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Views;
using PodcastInsights.Web.Security;

namespace PodcastInsights.Web.Pages;

/// <summary>
/// How the library stands. Everybody is shown counts; the folder, its files and what is said of them are for those who are shown details.
/// </summary>
[OfThisMoment]
[ResponseCache(NoStore = true)]
public sealed class StatusModel(LibraryDesk desk, IImportReports reports, IFormerAddresses addresses) : PageModel
{
    /// <summary>Of files, of names and of addresses: each list goes on by its own parameter.</summary>
    public const int PageSize = 50;

    private const int ShortCommit = 10;

    public LibraryStanding Standing { get; private set; } = null!;

    /// <summary>Null where the client is shown counts alone.</summary>
    public DeskLists? Lists { get; private set; }

    public FileQuestion Question { get; private set; } = null!;

    public string Version => ProgramVersion.Text;

    /// <summary>The version with as much of the commit as people write down.</summary>
    public string ShortVersion => Version.Split('+') is [var number, var commit]
        ? $"{number}+{commit[..Math.Min(ShortCommit, commit.Length)]}"
        : Version;

    public string Megabytes => (Standing.Bytes / 1048576.0).ToString("0.0", CultureInfo.InvariantCulture);

    /// <param name="after">The path after which the list of files begins.</param>
    /// <param name="names">What the list of names begins after.</param>
    /// <param name="page">Of former addresses.</param>
    public async Task OnGetAsync(
        [FromQuery] string? show,
        [FromQuery] string? code,
        [FromQuery] string? q,
        [FromQuery] string? after,
        [FromQuery] string? names,
        [FromQuery(Name = "page")] string? page,
        CancellationToken cancellationToken)
    {
        Standing = await desk.LookAsync(cancellationToken);
        Question = FileQuestion.Of(show, code, q);
        if (!DetailsAccess.Has(HttpContext))
        {
            return;
        }

        var number = PageNumber.Read(page);
        var former = await addresses.ListAsync(number, PageSize, cancellationToken);
        Lists = new DeskLists(
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

    /// <param name="HasBefore">Whether the list of files does not begin at the beginning.</param>
    public sealed record DeskLists(
        Part<StoredFileReport> Files,
        bool HasBefore,
        Part<Diagnostic> Names,
        IReadOnlyList<FormerAddress> Former,
        Pager FormerPages);
}
