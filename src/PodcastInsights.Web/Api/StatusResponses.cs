using System.ComponentModel;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Stores;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Observability;

namespace PodcastInsights.Web.Api;

/// <param name="Details">Whether this client may see folder, database, its problem, servers and files; otherwise these are null or empty.</param>
/// <param name="UnderWay">Null where no import runs.</param>
/// <param name="Failure">Why the last import failed; null where it did not.</param>
internal sealed record StatusResponse(
    string Version,
    bool Details,
    [property: Description("Episodes that can be read now; null where the database cannot be read.")] int? Episodes,
    UnderWayResponse? UnderWay,
    [property: Description("The last import that found something new in the folder.")] ImportResponse? LastImport,
    string? Failure,
    long DatabaseBytes,
    string? Folder,
    string? Database,
    [property: Description("Why the database cannot be read now.")] string? Problem,
    IReadOnlyList<StoreServer> Servers,
    [property: Description("Diagnostics of files: how many, and in how many files.")] IReadOnlyList<DiagnosticCount> Diagnostics)
{
    internal static StatusResponse Of(LibraryStatus status, bool details) => new(
        ProgramVersion.Text,
        details,
        status.Episodes,
        status.UnderWay is { } now ? new UnderWayResponse(now.Done, now.Total, now.Left?.TotalSeconds) : null,
        status.Import is { } import ? ImportResponse.Of(import) : null,
        status.Failure,
        status.Bytes,
        details ? status.Folder : null,
        details ? status.Place : null,
        details ? status.Problem : null,
        details ? status.Servers : [],
        status.Import?.Counts ?? []);
}

/// <param name="Done">Number of episodes processed.</param>
/// <param name="SecondsLeft">Null if it is not known yet.</param>
internal sealed record UnderWayResponse(int Done, int Total, double? SecondsLeft);

internal sealed record ImportResponse(
    DateTime EndedAt, double Seconds, int Written, int Unchanged, int Removed, int Files, int Failed, int Skipped)
{
    internal static ImportResponse Of(StoredImport import) => new(
        import.EndedAt, import.Seconds, import.Written, import.Unchanged, import.Removed, import.Files, import.Failed, import.Skipped);
}

/// <param name="Next">The value of `after` for the next files; null at the end.</param>
internal sealed record FilesResponse(IReadOnlyList<ReportedFileResponse> Items, string? Next) : IPart;

/// <param name="Skipped">Why the file was skipped; null if it is part of an episode.</param>
/// <param name="Episode">Slug of the episode to which the file belongs or would belong.</param>
internal sealed record ReportedFileResponse(
    string Path, string? Format, int Turns, string? Skipped, string? Episode, IReadOnlyList<DiagnosticKind> Diagnostics)
{
    internal static ReportedFileResponse Of(StoredFileReport file) => new(
        file.Path,
        file.Format,
        file.Turns,
        file.Skipped is { } reason ? new SkippedFile(file.Path, reason).Code : null,
        file.Episode?.Value,
        file.Kinds);
}

/// <param name="Next">The value of `after` for the next names; null at the end.</param>
internal sealed record NamesResponse(IReadOnlyList<Diagnostic> Items, string? Next) : IPart;

internal sealed record AddressesResponse(int Total, int Page, int PageSize, IReadOnlyList<AddressResponse> Items) : IPage;

/// <param name="Given">Whether the episode's file names it; otherwise the file was renamed.</param>
internal sealed record AddressResponse(string Slug, string Heir, bool Given)
{
    internal static AddressResponse Of(FormerAddress address) => new(address.Slug.Value, address.CurrentSlug.Value, address.Given);
}
