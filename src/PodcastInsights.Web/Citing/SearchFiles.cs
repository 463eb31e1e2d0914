using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using PodcastInsights.Core.Citation.Styles;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Views;
using PodcastInsights.Web.Security;

namespace PodcastInsights.Web.Citing;

/// <summary>
/// Serves search results as files: the address of the search page with a suffix and the same parameters. Below the prefix of a language,
/// they link to pages in that language.
/// </summary>
internal static class SearchFiles
{
    /// <summary>Largest number of turns in a file, the best ones: each is read from the database for its reference.</summary>
    public const int MostTurns = 300;

    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Suffix and name of each file type.</summary>
    public static IReadOnlyList<(string Suffix, string Name)> All { get; } = [("csv", "CSV"), ("ris", "RIS")];

    public static void MapSearchFiles(this IEndpointRouteBuilder app)
    {
        foreach (var language in SiteLanguage.All)
        {
            Describe(app.MapMethods($"{language.Prefix}/search.csv", ReadMethods, WriteTableAsync));
            Describe(app.MapMethods($"{language.Prefix}/search.ris", ReadMethods, WriteReferencesAsync));
        }
    }

    private static void Describe(RouteHandlerBuilder file) => ForPrograms.Mark(file
        .ExcludeFromDescription()
        .WithMetadata(DerivedFromLibrary.Instance, new TakesSearchAttribute()));

    /// <summary>One row for each turn, with the passage.</summary>
    internal static Table TableOf(IEnumerable<SearchHit> hits, SiteLinks links)
    {
        var table = new Table("title", "date", "speaker", "time", "words", "url", "episode", "turn", "section", "language");
        foreach (var hit in hits)
        {
            table.Add(
                LocalText.Best(hit.EpisodeTitles, hit.Episode.Value).Text,
                hit.PublishedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                hit.Speaker,
                hit.Start?.ToPreciseString(),
                string.Concat(hit.Snippet.Select(part => part.Text)),
                links.Absolute(links.Turn(hit.Episode, hit.TurnId, hit.Edition)),
                hit.Episode.Value,
                hit.TurnId.ToString(),
                hit.Section?.Title,
                hit.Language);
        }

        return table;
    }

    private static async Task<FileContentHttpResult> WriteTableAsync(
        HttpRequest request, ISearchIndex index, SiteLinks links, CancellationToken cancellationToken) =>
        TypedResults.Bytes(TableOf(await FindAsync(request, index, cancellationToken), links).ToBytes(), Table.MediaType, "search.csv");

    private static async Task<FileContentHttpResult> WriteReferencesAsync(
        HttpRequest request, ISearchIndex index, IEpisodeReader episodes, SiteLinks links, CancellationToken cancellationToken)
    {
        var ris = ReferenceFile.Named("ris");
        var records = new StringBuilder();
        foreach (var hit in await FindAsync(request, index, cancellationToken))
        {
            // A turn that an import has just removed is left out.
            if (await episodes.FindTurnAsync(hit.Episode, hit.TurnId, null, hit.Edition, cancellationToken) is { } match
                && TurnPageView.Of(match, hit.TurnId, links, hit.Edition).Citation is { } citation)
            {
                records.Append(ris.Write(citation.Reference));
            }
        }

        return TypedResults.Bytes(Encoding.UTF8.GetBytes(records.ToString()), ris.MediaType, "search.ris");
    }

    private static async Task<IReadOnlyList<SearchHit>> FindAsync(HttpRequest request, ISearchIndex index, CancellationToken cancellationToken)
    {
        var search = SearchAddress.Read(request.Query).ToRequest(page: 1, MostTurns) with { WithFacets = false };
        return search.Query.IsEmpty ? [] : (await index.SearchAsync(search, cancellationToken)).Items;
    }
}
