using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>The order of a speaker's or topic's contents: latest or earliest episode first.</summary>
/// <param name="Links">Links to this page in each order.</param>
/// <param name="Unusable">See <see cref="GivenValues.Unusable"/>.</param>
internal sealed record DateOrder(bool OldestFirst, IReadOnlyList<SearchLink> Links, IReadOnlyList<string> Unusable)
{
    private const string Oldest = "oldest";

    public EpisodeOrder Episodes => OldestFirst ? EpisodeOrder.Oldest : EpisodeOrder.Newest;

    /// <summary>Value of the parameter; null for the default order.</summary>
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
