using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Citation.Styles;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Views;
using PodcastInsights.Web.Security;

namespace PodcastInsights.Web.Citing;

/// <summary>
/// Serves references to a turn, or words of it, as files for reference managers: the address of its page with a suffix. Below the prefix of
/// a language, references link to the page in that language.
/// </summary>
internal static class References
{
    public static void MapReferences(this IEndpointRouteBuilder app)
    {
        foreach (var file in ReferenceFile.All)
        {
            foreach (var language in SiteLanguage.All)
            {
                ForPrograms.Mark(app.MapMethods(
                        $"{language.Prefix}/episodes/{{slug}}/turns/{{id}}.{file.Suffix}",
                        [HttpMethods.Get, HttpMethods.Head],
                        (IEpisodeReader episodes, SiteLinks links, string slug, string id, string? lang, string? w, CancellationToken cancellationToken) =>
                            WriteAsync(file, episodes, links, (slug, id, lang, w), cancellationToken))
                    .ExcludeFromDescription()
                    .WithMetadata(DerivedFromLibrary.Instance));
            }
        }
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> WriteAsync(
        ReferenceFile file,
        IEpisodeReader episodes,
        SiteLinks links,
        (string Slug, string Id, string? Lang, string? W) asked,
        CancellationToken cancellationToken)
    {
        var edition = EditionLanguage.Wanted(asked.Lang);
        CitedWords? words = CitedWords.TryParse(asked.W, out var cited) ? cited : null;
        if (!Paths.TryReadSlug(asked.Slug, out var slug)
            || !TurnId.TryParse(asked.Id, out var id)
            || await episodes.FindTurnAsync(slug, id, words, edition, cancellationToken) is not { } match)
        {
            return TypedResults.NotFound();
        }

        // Changed words must not be cited, nor the whole turn if the requested words do not exist.
        var isOther = !string.IsNullOrEmpty(asked.W) && match.Quote is null;
        return isOther || TurnPageView.Of(match, id, links, edition).Citation is not { Reference: var reference }
            ? TypedResults.NotFound()
            : TypedResults.Bytes(Encoding.UTF8.GetBytes(file.Write(reference)), file.MediaType, $"{slug.Value}-{match.Turn.Id}.{file.Suffix}");
    }
}
