using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Pages.Episodes;

public sealed class IndexModel(IEpisodeReader episodes) : PageModel
{
    private const int PageSize = 50;

    public EpisodeListQuery Query { get; private set; } = new();

    public Page<EpisodeSummary> List { get; private set; } = null!;

    public bool IsFiltered => Query is not { TitleContains: null, Topic: null, Year: null };

    public string OrderName => NameOf(Query.Order);

    /// <summary>Value and name of each order, as the form offers them.</summary>
    public IReadOnlyList<(string Value, string Name)> Orders =>
    [
        (NameOf(EpisodeOrder.Newest), Texts.OrderNewest),
        (NameOf(EpisodeOrder.Title), Texts.OrderTitle),
        (NameOf(EpisodeOrder.Longest), Texts.OrderLongest),
    ];

    public async Task OnGetAsync(
        [FromQuery(Name = "q")] string? text,
        [FromQuery(Name = "topic")] string? topic,
        [FromQuery(Name = "year")] string? year,
        [FromQuery(Name = "order")] string? order,
        [FromQuery(Name = "page")] string? page,
        CancellationToken cancellationToken)
    {
        Query = new EpisodeListQuery(
            PageNumber.Read(page),
            PageSize,
            Enum.GetValues<EpisodeOrder>().FirstOrDefault(o => NameOf(o) == order),
            Given.Text(text),
            Given.Text(topic),
            Given.Year(year));
        List = await episodes.ListAsync(Query, cancellationToken);
    }

    private static string NameOf(EpisodeOrder order) => order switch
    {
        EpisodeOrder.Title => "title",
        EpisodeOrder.Longest => "longest",
        _ => "newest",
    };
}
