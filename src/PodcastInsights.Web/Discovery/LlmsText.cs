using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Branding;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Mcp;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Views;
using PodcastInsights.Web.Settings;
using PodcastInsights.Web.Twins;

namespace PodcastInsights.Web.Discovery;

/// <summary>
/// The file <c>/llms.txt</c> (llmstxt.org), which tells assistants what the site is, how to quote it and where its pages are. One for each
/// language, below its prefix.
/// </summary>
internal static class LlmsText
{
    /// <summary>The latest episodes; the list of episodes has the others.</summary>
    private const int EpisodesShown = 20;

    /// <summary>The section that may be skipped. The format requires this name in any language.</summary>
    private const string Optional = "Optional";

    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapLlmsText(this IEndpointRouteBuilder app)
    {
        foreach (var language in SiteLanguage.All)
        {
            app.MapMethods($"{language.Prefix}/llms.txt", ReadMethods, WriteAsync)
                .ExcludeFromDescription()
                .WithMetadata(DerivedFromLibrary.Instance);
        }
    }

    private static async Task<ContentHttpResult> WriteAsync(
        IEpisodeReader episodes, SiteLinks links, Site site, IOptions<McpSettings> mcp, CancellationToken cancellationToken)
    {
        var latest = await episodes.ListAsync(new EpisodeListQuery(PageSize: EpisodesShown), cancellationToken);
        var page = new MarkdownPage(links);
        page.Heading(1, PlainName.Of(site.Name))
            .Quote(site.Description)
            .Paragraph(Texts.LlmsQuote)
            .Paragraph(Texts.TwinsEverywhere)
            .Heading(2, Texts.LlmsRead)
            .List(
            [
                Entry(Texts.Episodes, Paths.Twin(links.Episodes), Wording.Episodes(latest.Total)),
                Entry(Texts.Speakers, Paths.Twin(links.Speakers)),
                Entry(Texts.Topics, Paths.Twin(links.Topics)),
                Entry(Texts.Search, Paths.Twin(links.SearchPage), Texts.LlmsSearch),
                Entry(Texts.Check, links.Check, Texts.CheckLead),
            ])
            .Heading(2, Texts.LlmsLatest)
            .List(latest.Items.Select(episode => Entry(
                LocalText.Best(episode.Titles, episode.Slug.Value).Text,
                Paths.Twin(links.Episode(episode.Slug)),
                Wording.List(new[] { episode.Show, episode.PublishedOn is { } date ? Wording.Date(date) : null }.OfType<string>()))))
            .Heading(2, Optional)
            .List(
            [
                Entry(Texts.ApiDescription, links.Root + "/openapi/v1.json"),
                .. FeedLink.Episodes.In(links).Select(feed => Entry(feed.Name, feed.Link, Texts.LlmsLatest)),
                .. mcp.Value.Enabled ? [Entry("MCP", links.Root + McpEndpoint.Address, Texts.LlmsMcp)] : Array.Empty<string>(),
                Entry(Texts.SearchHelpTitle, links.SearchHelp),
                .. site.HasAbout ? [Entry(Texts.About, links.About)] : Array.Empty<string>(),
            ]);
        return TypedResults.Text(page.ToString(), "text/plain", Encoding.UTF8);

        string Entry(string name, string address, string note = "") =>
            note.Length > 0 ? $"{page.Link(name, address)}: {MarkdownPage.Text(note)}" : page.Link(name, address);
    }
}
