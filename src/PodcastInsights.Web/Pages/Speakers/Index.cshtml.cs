using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Views;
using PodcastInsights.Web.Twins;

namespace PodcastInsights.Web.Pages.Speakers;

internal sealed class IndexModel(IEpisodeReader episodes, ILibraryDirectory directory, SiteLinks links) : PageModel, IHasTwin
{
    private const int PageSize = 100;

    public SpeakerFilter Filter { get; private set; } = new();

    public Page<SpeakerSummary> List { get; private set; } = null!;

    public bool IsFiltered => Filter is not { Text: null, Role: null };

    /// <summary>Parameters with invalid values.</summary>
    public IReadOnlyList<string> Unusable { get; private set; } = [];

    public IReadOnlyList<ChoiceView> Choices { get; private set; } = [];

    public async Task OnGetAsync(
        [FromQuery(Name = "q")] string? text,
        [FromQuery(Name = "role")] string? role,
        [FromQuery(Name = "order")] string? order,
        [FromQuery(Name = "page")] string? page,
        CancellationToken cancellationToken)
    {
        var address = SpeakerListAddress.Read(Request.Query);
        (Filter, Unusable) = (address.Filter, address.Unusable);
        var chosen = await directory.SpeakersAsync(Filter, cancellationToken);
        List = await episodes.SpeakersAsync(new SpeakerListQuery(PageNumber.Read(page), PageSize, address.Order, chosen.Among), cancellationToken);
        Choices =
        [
            new(
                "role",
                Texts.FilterRole,
                chosen.HasRoles ? [("host", Texts.RoleHost), ("guest", Texts.RoleGuest)] : [],
                GivenRole.NameOf(Filter.Role),
                Texts.AnyRole),
            new(
                "order",
                Texts.Order,
                [
                    (SpeakerListAddress.NameOf(SpeakerOrder.Name), Texts.OrderName),
                    (SpeakerListAddress.NameOf(SpeakerOrder.Episodes), Texts.OrderEpisodes),
                ],
                SpeakerListAddress.NameOf(address.Order)),
        ];
    }

    Task IHasTwin.WriteTwinAsync(Stream output, CancellationToken cancellationToken) =>
        ListTwins.Speakers(List, links).WriteAsync(output, cancellationToken);
}
