using Microsoft.AspNetCore.Diagnostics;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Citation.Styles;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Twins;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>Builds the addresses of pages: root-relative, encoded, in the language of the request.</summary>
/// <param name="cardVersion">A part of the addresses of cards that changes with the site's look; null for none.</param>
internal sealed class SiteLinks(HttpContext context, string? cardVersion = null)
{
    private readonly string root = context.Request.PathBase.Value + SiteLanguage.Current.Prefix;

    /// <summary>Path prefix of the site, without a trailing slash, and without a language prefix.</summary>
    public string Root => context.Request.PathBase.Value ?? "";

    public string About => $"{root}/about";

    public string Home => $"{root}/";

    public string Episodes => $"{root}/episodes";

    public string Status => $"{root}/status";

    /// <summary>The list of files with diagnostics.</summary>
    public string StatusFiles(string code) => $"{Status}{QueryString.Create("code", code)}#files";

    public string SearchPage => $"{root}/search";

    public string SearchHelp => $"{root}/search/help";

    public string Check => $"{root}/check";

    /// <summary>The OpenSearch description.</summary>
    public string SearchDescription => $"{root}/opensearch.xml";

    public string Search(string query) => $"{SearchPage}{QueryString.Create("q", query)}";

    /// <param name="edition">
    /// Language of the requested edition; null for the edition in the site's language, or else the default one.
    /// </param>
    /// <param name="query">The query whose matches are marked; null for none.</param>
    public string Episode(EpisodeSlug slug, string? edition = null, string? query = null) =>
        $"{root}{Paths.Episode(slug)}{QueryString.Create(Paths.Given(("lang", edition), ("q", query)))}";

    /// <summary>The episode in the edition of a turn.</summary>
    /// <param name="edition">As in the address of a turn: null for the default edition, whatever the site's language.</param>
    public string EpisodeIn(EpisodeSlug slug, string? edition, string? query = null) => Episode(slug, Named(edition), query);

    /// <summary>The episode in two languages side by side.</summary>
    /// <param name="edition">Language of the edition on the left; null for the default one.</param>
    public string BothEditions(EpisodeSlug slug, string? edition = null) =>
        $"{root}{Paths.Episode(slug)}{QueryString.Create(Paths.Given(("lang", edition), ("view", "both")))}";

    /// <param name="path">Encoded, without a language prefix.</param>
    public string In(SiteLanguage language, string path) => $"{context.Request.PathBase}{language.Prefix}{path}";

    /// <param name="page">From 1; null for the index of pages.</param>
    public string Sitemap(int? page = null) =>
        $"{context.Request.PathBase}/sitemap.xml{QueryString.Create(Paths.Given(("page", page?.ToText())))}";

    /// <summary>The turn in its episode.</summary>
    public string TurnInEpisode(EpisodeSlug slug, TurnId id, string? edition = null, string? query = null) =>
        $"{EpisodeIn(slug, edition, query)}#t-{id}";

    /// <summary>Words of a turn, marked in the whole episode.</summary>
    public string WordsInEpisode(EpisodeSlug slug, TurnId id, CitedWords words, string? edition = null) =>
        $"{root}{Paths.Episode(slug)}{QueryString.Create(Paths.Given(("lang", Named(edition)), ("turn", id.ToString()), ("w", words.ToString())))}#words";

    /// <summary>The page of the turn itself.</summary>
    public string Turn(EpisodeSlug slug, TurnId id, string? edition = null, CitedWords? words = null) =>
        root + Paths.Turn(slug, id, edition, words);

    /// <summary>A reference to the turn, or to words of it, as a file for reference managers.</summary>
    /// <param name="suffix">Suffix of one of <see cref="ReferenceFile.All"/>.</param>
    public string Reference(EpisodeSlug slug, TurnId id, string suffix, string? edition = null, CitedWords? words = null) =>
        root + Paths.Reference(slug, id, suffix, edition, words);

    /// <summary>The quote card: a PNG of 1200 x 630 pixels, in the language of the words.</summary>
    public string Card(EpisodeSlug slug, TurnId id, string? edition = null, CitedWords? words = null) =>
        $"{context.Request.PathBase}{Paths.Card(slug, id)}{QueryString.Create(Paths.Given(("lang", edition), ("w", words?.ToString()), ("v", cardVersion)))}";

    /// <summary>The episode's card, of the same size.</summary>
    /// <param name="language">ISO 639-1. The card is in this language if the episode has it.</param>
    public string EpisodeCard(EpisodeSlug slug, string language) =>
        $"{context.Request.PathBase}{Paths.EpisodeCard(slug)}{QueryString.Create(Paths.Given(("lang", language), ("v", cardVersion)))}";

    /// <summary>
    /// The recording of the episode: the file beside its transcript, or else the target of its media link; null for none.
    /// </summary>
    /// <param name="timedMediaUrl">See <see cref="Core.Episodes.Episode.TimedMediaUrl"/>.</param>
    public string? Recording(EpisodeSlug slug, Recording? file, string? timedMediaUrl) =>
        file is not null ? $"{context.Request.PathBase}{Paths.Recording(slug)}{QueryString.Create(Paths.Given(("lang", file.Language)))}"
            : ExternalLink.TryCreate(timedMediaUrl, out var media) ? media.AbsoluteUri
            : null;

    /// <summary>The episode as a file.</summary>
    public string Export(EpisodeSlug slug, string format, string? edition = null) =>
        $"{context.Request.PathBase}/api/v1{Paths.Episode(slug)}/export/{format}{QueryString.Create(Paths.Given(("lang", edition)))}";

    /// <summary>The turns of the episode in the API; an id is to be appended.</summary>
    public string TurnsApi(EpisodeSlug slug) => $"{context.Request.PathBase}/api/v1{Paths.Episode(slug)}/turns/";

    /// <summary>The oEmbed address for a page.</summary>
    /// <param name="page">Root-relative.</param>
    public string Embedding(string page) => $"{Root}{Paths.Embedding}{QueryString.Create("url", Absolute(page))}";

    /// <summary>The completions of a query, in the API.</summary>
    public string SuggestApi => $"{context.Request.PathBase}/api/v1/suggest";

    /// <summary>The list of speakers. The address of a speaker is this, a slash and the slug.</summary>
    public string Speakers => $"{root}/speakers";

    public string Speaker(EpisodeSlug slug) => $"{root}{Paths.Speaker(slug)}";

    /// <summary>A feed, without its suffix and parameters: <c>/feeds/speakers/ada-byron</c>.</summary>
    /// <param name="path">Encoded path of the content, with a leading slash.</param>
    public string Feed(string path) => $"{root}{Paths.Feeds}{path}";

    public string Topics => $"{root}/topics";

    public string Topic(EpisodeSlug topic) => $"{root}{Paths.Topic(topic)}";

    /// <summary>The list of episodes of a speaker or a topic.</summary>
    public string EpisodesWith(EpisodeSlug? speaker = null, EpisodeSlug? topic = null, string? order = null) =>
        Episodes + QueryString.Create(Paths.Given(("topic", topic?.Value), ("speaker", speaker?.Value), ("order", order)));

    /// <summary>The address of this page, also when its Markdown twin is requested.</summary>
    public string Page
    {
        get
        {
            var path = RequestedPath.Value!;
            var isTwin = context.GetEndpoint()?.Metadata.GetMetadata<TwinAddress>() is not null;
            return $"{context.Request.PathBase}{new PathString(isTwin ? path[..^Paths.TwinSuffix.Length] : path)}{RequestedQuery}";
        }
    }

    /// <summary>The address of this page's Markdown twin; null if it has none.</summary>
    public string? Twin => Twins.Twin.IsNegotiatedAt(context.GetEndpoint()) ? Paths.Twin(Page) : null;

    /// <summary>The first page of this list, in another order.</summary>
    /// <param name="order">Null for the default order.</param>
    public string Ordered(string? order) =>
        $"{context.Request.PathBase}{RequestedPath}{QueryString.Create(Paths.Given(("order", order)))}";

    /// <summary>This page with another page number.</summary>
    public string PageNumber(int page) => With("page", page.ToText());

    /// <summary>This page with another value of a parameter.</summary>
    /// <param name="value">Null to remove the parameter.</param>
    public string With(string parameter, string? value)
    {
        var others = context.Request.Query
            .Where(given => given.Key != parameter)
            .Select(given => KeyValuePair.Create(given.Key, (string?)given.Value.ToString()));
        return $"{context.Request.PathBase}{RequestedPath}{QueryString.Create([.. others, .. Paths.Given((parameter, value))])}";
    }

    /// <summary>This page in another language.</summary>
    public string In(SiteLanguage language)
    {
        var path = RequestedPath.Value!;
        var own = SiteLanguage.Of(RequestedPath).Prefix;
        var rest = path.Length == own.Length ? "/" : path[own.Length..];
        return $"{context.Request.PathBase}{new PathString(language.Prefix + rest)}{RequestedQuery}";
    }

    /// <summary>Whether the address is that of the requested page, ignoring its query.</summary>
    public bool IsHere(string link) => $"{context.Request.PathBase}{RequestedPath}" == link;

    /// <summary>Absolute form of an address; unchanged where the request names no host, as in HTTP/1.0.</summary>
    public string Absolute(string link) =>
        context.Request.Host.HasValue ? $"{context.Request.Scheme}://{context.Request.Host}{link}" : link;

    private static string? Named(string? edition) => edition ?? (EditionLanguage.OfSite is null ? null : EditionLanguage.Original);

    // An error page runs at an address of its own, but the reader's address is the requested one.
    private PathString RequestedPath =>
        context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? context.Request.Path;

    // Not on an error page: the query may be what is wrong, and as long as an address can be.
    private string? RequestedQuery =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is null ? context.Request.QueryString.Value : null;
}
