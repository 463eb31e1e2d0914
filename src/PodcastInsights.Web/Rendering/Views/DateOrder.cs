using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>The order of what belongs to one speaker or topic: the latest episode first, or the earliest.</summary>
/// <param name="Links">To this page in each of the orders.</param>
/// <param name="Unusable">See <see cref="GivenValues.Unusable"/>.</param>
public sealed record DateOrder(bool OldestFirst, IReadOnlyList<SearchLink> Links, IReadOnlyList<string> Unusable)
{
    private const string Oldest = "oldest";

    public EpisodeOrder Episodes => OldestFirst ? EpisodeOrder.Oldest : EpisodeOrder.Newest;

    /// <summary>The order as an address names it; null for the usual one.</summary>
    public string? Name => OldestFirst ? Oldest : null;

    public static DateOrder Read(IQueryCollection given, SiteLinks links)
    {
        var values = new GivenValues(given);
        var oldest = values.Take<bool>("order", static text => text == Oldest ? true : text == "newest" ? false : null) ?? false;
        return new DateOrder(
            oldest,
            [new(Texts.OrderNewest, links.Ordered(null), null, !oldest), new(Texts.OrderOldest, links.Ordered(Oldest), null, oldest)],
            values.Unusable);
    }
}
