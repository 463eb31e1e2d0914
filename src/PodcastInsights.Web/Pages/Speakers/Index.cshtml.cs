using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Pages.Speakers;

public sealed class IndexModel(IEpisodeReader episodes) : PageModel
{
    private const int PageSize = 100;

    public SpeakerListQuery Query { get; private set; } = new();

    public Page<SpeakerSummary> List { get; private set; } = null!;

    public bool IsFiltered => Query.NameContains is not null;

    public string OrderName => NameOf(Query.Order);

    /// <summary>Value and name of each order, as the form offers them.</summary>
    public IReadOnlyList<(string Value, string Name)> Orders =>
    [
        (NameOf(SpeakerOrder.Name), Texts.OrderName),
        (NameOf(SpeakerOrder.Episodes), Texts.OrderEpisodes),
    ];

    public async Task OnGetAsync(
        [FromQuery(Name = "q")] string? text,
        [FromQuery(Name = "order")] string? order,
        [FromQuery(Name = "page")] string? page,
        CancellationToken cancellationToken)
    {
        Query = new SpeakerListQuery(
            PageNumber.Read(page),
            PageSize,
            Enum.GetValues<SpeakerOrder>().FirstOrDefault(o => NameOf(o) == order),
            string.IsNullOrWhiteSpace(text) ? null : text.Trim());
        List = await episodes.SpeakersAsync(Query, cancellationToken);
    }

    private static string NameOf(SpeakerOrder order) => order == SpeakerOrder.Episodes ? "episodes" : "name";
}
