using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Views;
using PodcastInsights.Web.Twins;

namespace PodcastInsights.Web.Pages.Episodes;

[TakesEpisodeList]
internal sealed class IndexModel(IEpisodeReader episodes, ILibraryDirectory directory, SiteLinks links) : PageModel, IHasTwin
{
    private const int PageSize = 50;

    public EpisodeListAddress Address { get; private set; } = null!;

    public EpisodeFilter Filter => Address.Filter;

    public ChosenEpisodes Chosen { get; private set; } = null!;

    public Page<EpisodeSummary> List { get; private set; } = null!;

    public bool IsFiltered => !Filter.KeepsAll;

    /// <summary>A feed of the list as it is narrowed; null where something that narrows it cannot be meant.</summary>
    public FeedLink? Feed => Address.Unusable.Count > 0 ? null : FeedLink.Of(Request.Query);

    public IReadOnlyList<ChoiceView> Choices =>
    [
        new(
            "role",
            Texts.FilterRole,
            Chosen.Choices.HasRoles ? Roles : [],
            GivenRole.NameOf(Filter.Role),
            Texts.AnyRole),
        new("show", Texts.FilterShow, [.. Chosen.Choices.Shows.Select(show => (show, show))], Filter.Show, Texts.AnyShow),
        new(
            "lang",
            Texts.FilterLanguage,
            [.. Chosen.Choices.Languages.Select(code => (code, Wording.Language(code)))],
            Filter.Language,
            Texts.AnyLanguage),
        new(
            "year",
            Texts.FilterYear,
            [.. Chosen.Choices.Years.Select(year => (year.ToText(), year.ToText()))],
            Filter.Year?.ToText(),
            Texts.AnyYear),
        new("order", Texts.Order, Orders, EpisodeListAddress.NameOf(Address.Order)),
    ];

    private static IReadOnlyList<(string Value, string Name)> Roles => [("host", Texts.RoleHost), ("guest", Texts.RoleGuest)];

    private static IReadOnlyList<(string Value, string Name)> Orders =>
    [
        (EpisodeListAddress.NameOf(EpisodeOrder.Newest), Texts.OrderNewest),
        (EpisodeListAddress.NameOf(EpisodeOrder.Oldest), Texts.OrderOldest),
        (EpisodeListAddress.NameOf(EpisodeOrder.Title), Texts.OrderTitle),
        (EpisodeListAddress.NameOf(EpisodeOrder.Longest), Texts.OrderLongest),
    ];

    public async Task OnGetAsync([FromQuery(Name = "page")] string? page, CancellationToken cancellationToken)
    {
        Address = EpisodeListAddress.Read(Request.Query);
        Chosen = await directory.EpisodesAsync(Filter, cancellationToken);
        List = await episodes.ListAsync(new EpisodeListQuery(PageNumber.Read(page), PageSize, Address.Order, Chosen.Among), cancellationToken);
    }

    Task IHasTwin.WriteTwinAsync(Stream output, CancellationToken cancellationToken) =>
        ListTwins.Episodes(Texts.Episodes, List, links).WriteAsync(output, cancellationToken);
}
