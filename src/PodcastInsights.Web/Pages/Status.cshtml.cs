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

namespace PodcastInsights.Web.Pages;

/// <summary>How the library stands: for its owner, and for whoever wonders why an episode is not there.</summary>
[OfThisMoment]
[ResponseCache(NoStore = true)]
public sealed class StatusModel(IEpisodeReader episodes, IFormerAddresses addresses, LibraryState state, ILibraryStore store) : PageModel
{
    /// <summary>A folder full of broken files needs no longer page.</summary>
    public const int MostFailures = 200;

    /// <summary>Of files that are no transcripts, those of one page.</summary>
    public const int SkippedPageSize = 100;

    /// <summary>Former addresses that one page lists, by their own parameter.</summary>
    public const int AddressesPageSize = 100;

    private const int ShortCommit = 10;

    public int Episodes { get; private set; }

    /// <summary>Null before the first import has ended.</summary>
    public LastImport? Last { get; private set; }

    /// <summary>Files that were not taken at the last import, each with its first error.</summary>
    public IReadOnlyList<(string Path, Diagnostic Error)> Failures { get; private set; } = [];

    /// <summary>Files that are no transcripts: one page of them.</summary>
    public IReadOnlyList<SkippedFile> Skipped { get; private set; } = [];

    /// <summary>Addresses that episodes had or that their files name: one page of them, the same as of the files.</summary>
    public IReadOnlyList<FormerAddress> Former { get; private set; } = [];

    public Pager SkippedPages { get; private set; } = new(1, 1);

    /// <summary>What the library takes on disk, in MiB.</summary>
    public double StoreMegabytes { get; private set; }

    /// <summary>Empty where the library is a file.</summary>
    public IReadOnlyList<StoreServer> Servers => store.Servers;

    /// <summary>Whether another process reads the folder.</summary>
    public bool IsFollowing => state.IsFollowing;

    public string Version => ProgramVersion.Text;

    /// <summary>The version with as much of the commit as people write down.</summary>
    public string ShortVersion => Version.Split('+') is [var number, var commit]
        ? $"{number}+{commit[..Math.Min(ShortCommit, commit.Length)]}"
        : Version;

    public async Task OnGetAsync([FromQuery(Name = "page")] string? page, CancellationToken cancellationToken)
    {
        Episodes = (await episodes.ListAsync(new EpisodeListQuery { PageSize = 1 }, cancellationToken)).Total;
        Last = state.Last;
        Failures = [.. (Last?.Report?.Files ?? []).Where(file => file.Failed).Take(MostFailures).Select(FirstError)];
        var (number, skipped) = (PageNumber.Read(page), Last?.Report?.Skipped ?? []);
        Skipped = [.. skipped.Skip((number - 1) * SkippedPageSize).Take(SkippedPageSize)];
        var former = await addresses.ListAsync(number, AddressesPageSize, cancellationToken);
        Former = former.Items;
        SkippedPages = Pager.Of(Math.Max(skipped.Count, former.Total), number, SkippedPageSize);
        StoreMegabytes = store.Size() / 1048576.0;
    }

    public static string StateOf(StoreServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        var role = server.TakesWrites ? Texts.StatusPrimary : Texts.StatusStandby;
        return !server.IsUp ? Texts.StatusServerDown
            : server.Behind is > 0 and var behind ? $"{role}, {Wording.Of(Texts.StatusServerBehind, Wording.Grouped((int)behind))}"
            : role;
    }

    private static (string Path, Diagnostic Error) FirstError(FileReport file) =>
        (file.Path, file.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
}
