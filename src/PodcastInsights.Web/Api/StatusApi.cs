using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Importing;
using PodcastInsights.Web.Api.Description;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Security;

namespace PodcastInsights.Web.Api;

/// <summary>The status of the library. Responses are not cached. Files are only for clients that may see details.</summary>
internal static class StatusApi
{
    private const int UsualPageSize = 50;

    public static void MapStatusApi(this IEndpointRouteBuilder api)
    {
        var status = api.MapGroup("").WithTags("Status");
        status.MapMethods("/status", ApiRegistration.ReadMethods, LookAsync).WithName("GetStatus")
            .WithSummary("The status of the library: what is in progress, what the last import found, how many diagnostics the files have.");
        status.MapMethods("/status/files", ApiRegistration.ReadMethods, FilesAsync).WithName("ListFiles")
            .WithSummary("Lists the files of the folder with their diagnostics; for the machine itself and addresses in Status:DetailsFor.")
            .WithMetadata(GivesParts.Instance)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        status.MapMethods("/status/names", ApiRegistration.ReadMethods, NamesAsync).WithName("ListMergedNames")
            .WithSummary("Lists names of speakers that are treated as one person's, and why; for the same clients.")
            .WithMetadata(GivesParts.Instance)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        status.MapMethods("/status/addresses", ApiRegistration.ReadMethods, AddressesAsync).WithName("ListFormerAddresses")
            .WithSummary("Lists former addresses of episodes that have another one now; for the same clients.")
            .WithMetadata(new GivesPages(UsualPageSize))
            .ProducesProblem(StatusCodes.Status403Forbidden);
    }

    private static async Task<Ok<StatusResponse>> LookAsync(HttpContext context, LibraryStatusReader reader, CancellationToken cancellationToken)
    {
        Unkept(context);
        return TypedResults.Ok(StatusResponse.Of(await reader.ReadAsync(cancellationToken), DetailsAccess.Has(context)));
    }

    private static async Task<Results<Ok<FilesResponse>, ProblemHttpResult>> FilesAsync(
        HttpContext context,
        IImportReports reports,
        [Description("`error`, `warning` or `info`: only files with a diagnostic of this severity; `skipped`: files that are not transcripts.")]
        string? show,
        [Description("Only files with this diagnostic: `file.binary`.")] string? code,
        [Description("Only files with this text in their path or in a message.")] string? q,
        [Description("The `next` of the previous response. A part may have few files, or none, although more follow.")] string? after,
        CancellationToken cancellationToken)
    {
        Unkept(context);
        if (!DetailsAccess.Has(context))
        {
            return Problems.NoDetails();
        }

        var files = await reports.FilesAsync(FileQuestion.Of(show, code, q).Filter, after, UsualPageSize, cancellationToken);
        return TypedResults.Ok(new FilesResponse([.. files.Items.Select(ReportedFileResponse.Of)], files.Next));
    }

    private static async Task<Results<Ok<NamesResponse>, ProblemHttpResult>> NamesAsync(
        HttpContext context,
        IImportReports reports,
        [Description("The `next` of the previous response.")] string? after,
        CancellationToken cancellationToken)
    {
        Unkept(context);
        if (!DetailsAccess.Has(context))
        {
            return Problems.NoDetails();
        }

        var names = await reports.MergedNamesAsync(after, UsualPageSize, cancellationToken);
        return TypedResults.Ok(new NamesResponse(names.Items, names.Next));
    }

    private static async Task<Results<Ok<AddressesResponse>, ProblemHttpResult>> AddressesAsync(
        HttpContext context, IFormerAddresses addresses, string? page, string? pageSize, CancellationToken cancellationToken)
    {
        Unkept(context);
        if (!DetailsAccess.Has(context))
        {
            return Problems.NoDetails();
        }

        if (!Paging.TryRead(page, pageSize, UsualPageSize, out var paging, out var problem))
        {
            return problem;
        }

        var list = await addresses.ListAsync(paging.Page, paging.PageSize, cancellationToken);
        return TypedResults.Ok(new AddressesResponse(list.Total, list.Number, list.Size, [.. list.Items.Select(AddressResponse.Of)]));
    }

    private static void Unkept(HttpContext context) => context.Response.Headers.CacheControl = "no-store";
}
