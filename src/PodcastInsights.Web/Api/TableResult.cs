using Microsoft.AspNetCore.Http.HttpResults;
using PodcastInsights.Web.Api.Description;
using PodcastInsights.Web.Citing;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Api;

/// <summary>An answer of the API as a table, a file of CSV.</summary>
/// <param name="page">Which page of the list the table is; null where it is the whole.</param>
internal sealed class TableResult(Table table, string fileName, IPage? page) : IResult, IValueHttpResult
{
    public object? Value => page;

    public Task ExecuteAsync(HttpContext httpContext) =>
        TypedResults.Bytes(table.ToBytes(), Table.MediaType, fileName).ExecuteAsync(httpContext);
}

internal static class Tabulated
{
    /// <summary>The same answer, asked for at an address of its own, as a table.</summary>
    /// <typeparam name="T">What is given elsewhere as JSON.</typeparam>
    public static RouteHandlerBuilder AsTable<T>(this RouteHandlerBuilder endpoint, Func<T, string> fileName, Func<T, SiteLinks, Table> write) => endpoint
        .WithMetadata(GivesFile.Table)
        .AddEndpointFilter(async (context, next) =>
        {
            var answer = await next(context);
            return answer is INestedHttpResult { Result: Ok<T> { Value: { } records } }
                ? new TableResult(write(records, context.HttpContext.RequestServices.GetRequiredService<SiteLinks>()), fileName(records), records as IPage)
                : answer;
        });
}
