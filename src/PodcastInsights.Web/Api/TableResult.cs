using Microsoft.AspNetCore.Http.HttpResults;
using PodcastInsights.Web.Api.Description;
using PodcastInsights.Web.Citing;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Api;

/// <summary>A response of the API as a table in CSV.</summary>
/// <param name="page">The page of the list; null for a complete table.</param>
internal sealed class TableResult(Table table, string fileName, IPage? page) : IResult, IValueHttpResult
{
    public object? Value => page;

    public Task ExecuteAsync(HttpContext httpContext) =>
        TypedResults.Bytes(table.ToBytes(), Table.MediaType, fileName).ExecuteAsync(httpContext);
}

internal static class Tabulated
{
    /// <summary>Maps the CSV form of a response at an address of its own.</summary>
    /// <typeparam name="T">The record that is returned as JSON.</typeparam>
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
