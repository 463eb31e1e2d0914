using Microsoft.AspNetCore.Diagnostics;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Citation.Styles;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>The addresses of pages, root-relative and encoded, in the language of the request.</summary>
/// <param name="cardVersion">A part of each card's address that changes with the look of all; null for none.</param>
public sealed class SiteLinks(HttpContext context, string? cardVersion = null)
{
    private readonly string root = context.Request.PathBase.Value + SiteLanguage.Current.Prefix;

    /// <summary>The path under which the site is, without a slash at its end; what files and data that have no language begin with.</summary>
    public string Root => context.Request.PathBase.Value ?? "";

    public string About => $"{root}/about";

    public string Home => $"{root}/";

    public string Episodes => $"{root}/episodes";

    public string Status => $"{root}/status";

    /// <summary>The files of which something is said.</summary>
    public string StatusFiles(string code) => $"{Status}{QueryString.Create("code", code)}#files";

    public string SearchPage => $"{root}/search";

    public string SearchHelp => $"{root}/search/help";

    public string Check => $"{root}/check";

    public string Search(string query) => $"{SearchPage}{QueryString.Create("q", query)}";

    /// <param name="edition">Language of the edition wanted; null for the one in the site's language, else the default one.</param>
    /// <param name="query">What was searched, to be marked there; null for nothing.</param>
    public string Episode(EpisodeSlug slug, string? edition = null, string? query = null) =>
        $"{root}{Paths.Episode(slug)}{QueryString.Create(Paths.Given(("lang", edition), ("q", query)))}";

    /// <summary>The episode in the edition of a turn.</summary>
    /// <param name="edition">As in an address of the turn: null for the default one, whatever the site's language.</param>
    public string EpisodeIn(EpisodeSlug slug, string? edition, string? query = null) => Episode(slug, Named(edition), query);

    /// <summary>The episode in two languages side by side.</summary>
    /// <param name="edition">Language of the one on the left; null for the default one.</param>
    public string BothEditions(EpisodeSlug slug, string? edition = null) =>
        $"{root}{Paths.Episode(slug)}{QueryString.Create(Paths.Given(("lang", edition), ("view", "both")))}";

    /// <param name="path">Encoded, without the prefix of a language.</param>
    public string In(SiteLanguage language, string path) => $"{context.Request.PathBase}{language.Prefix}{path}";

    /// <param name="page">From 1; null for the list of pages.</param>
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

    /// <summary>The turn, or words of it, as a file for programs that keep references.</summary>
    /// <param name="suffix">Of one of <see cref="ReferenceFile.All"/>.</param>
    public string Reference(EpisodeSlug slug, TurnId id, string suffix, string? edition = null, CitedWords? words = null) =>
        root + Paths.Reference(slug, id, suffix, edition, words);

    /// <summary>The quote card, a PNG of 1200 x 630 points; it has one language, the words' own.</summary>
    public string Card(EpisodeSlug slug, TurnId id, string? edition = null, CitedWords? words = null) =>
        $"{context.Request.PathBase}{Paths.Card(slug, id)}{QueryString.Create(Paths.Given(("lang", edition), ("w", words?.ToString()), ("v", cardVersion)))}";

    /// <summary>The episode's card, of the same size.</summary>
    /// <param name="language">ISO 639-1, of which its words are where the episode has them.</param>
    public string EpisodeCard(EpisodeSlug slug, string language) =>
        $"{context.Request.PathBase}{Paths.EpisodeCard(slug)}{QueryString.Create(Paths.Given(("lang", language), ("v", cardVersion)))}";

    /// <summary>What can be heard of the episode: the file beside its transcript, or else where its media link leads; null for nothing.</summary>
    /// <param name="timedMediaUrl">See <see cref="Core.Episodes.Episode.TimedMediaUrl"/>.</param>
    public string? Recording(EpisodeSlug slug, Recording? file, string? timedMediaUrl) =>
        file is not null ? $"{context.Request.PathBase}{Paths.Recording(slug)}{QueryString.Create(Paths.Given(("lang", file.Language)))}"
            : ExternalLink.TryCreate(timedMediaUrl, out var media) ? media.AbsoluteUri
            : null;

    /// <summary>The episode as a file.</summary>
    public string Export(EpisodeSlug slug, string format, string? edition = null) =>
        $"{context.Request.PathBase}/api/v1{Paths.Episode(slug)}/export/{format}{QueryString.Create(Paths.Given(("lang", edition)))}";

    /// <summary>The turns of the episode as data; an id is put behind it.</summary>
    public string TurnsApi(EpisodeSlug slug) => $"{context.Request.PathBase}/api/v1{Paths.Episode(slug)}/turns/";

    /// <summary>The completions of what is typed, as data.</summary>
    public string SuggestApi => $"{context.Request.PathBase}/api/v1/suggest";

    /// <summary>The list of speakers; their own addresses begin with it, a slash and a slug behind it.</summary>
    public string Speakers => $"{root}/speakers";

    public string Speaker(EpisodeSlug slug) => $"{root}{Paths.Speaker(slug)}";

    /// <summary>A feed, without its suffix and parameters: <c>/feeds/speakers/ada-byron</c>.</summary>
    /// <param name="path">Of what it is a feed, encoded, with a slash before it.</param>
    public string Feed(string path) => $"{root}{Paths.Feeds}{path}";

    public string Topics => $"{root}/topics";

    public string Topic(EpisodeSlug topic) => $"{root}{Paths.Topic(topic)}";

    /// <summary>The list of episodes, narrowed to a speaker's or a topic's.</summary>
    public string EpisodesWith(EpisodeSlug? speaker = null, EpisodeSlug? topic = null, string? order = null) =>
        Episodes + QueryString.Create(Paths.Given(("topic", topic?.Value), ("speaker", speaker?.Value), ("order", order)));

    /// <summary>This page from the beginning, in another order.</summary>
    /// <param name="order">Null for the usual one.</param>
    public string Ordered(string? order) =>
        $"{context.Request.PathBase}{RequestedPath}{QueryString.Create(Paths.Given(("order", order)))}";

    /// <summary>This address with another page number.</summary>
    public string PageNumber(int page) => With("page", page.ToText());

    /// <summary>This address with another value of a parameter.</summary>
    /// <param name="value">Null for none.</param>
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

    /// <summary>Whether this is the page that was asked for, whatever its query.</summary>
    public bool IsHere(string link) => $"{context.Request.PathBase}{RequestedPath}" == link;

    /// <summary>With scheme and host, for those who read the page elsewhere.</summary>
    public string Absolute(string link) => $"{context.Request.Scheme}://{context.Request.Host}{link}";

    private static string? Named(string? edition) => edition ?? (EditionLanguage.OfSite is null ? null : EditionLanguage.Original);

    // An error page is run at an address of its own; its reader is still at the one that was asked for.
    private PathString RequestedPath =>
        context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? context.Request.Path;

    private string? RequestedQuery =>
        context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalQueryString ?? context.Request.QueryString.Value;
}
