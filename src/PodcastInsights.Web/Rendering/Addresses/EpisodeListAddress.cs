using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Web.Answers;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>The parameters of a list of episodes, for the page and the API.</summary>
/// <param name="Unusable">Parameters with invalid values, as given: <c>year=23</c>. They are ignored.</param>
internal sealed record EpisodeListAddress(EpisodeFilter Filter, EpisodeOrder Order, IReadOnlyList<string> Unusable)
{
    public static IReadOnlyList<string> Parameters { get; } = ["q", "role", "lang", "show", "year", "topic", "speaker", "order"];

    /// <summary>The parameters that filter the list.</summary>
    public static IReadOnlyList<string> Narrowing { get; } = [.. Parameters.Where(name => name != "order")];

    public static EpisodeListAddress Read(IQueryCollection given)
    {
        var values = new GivenValues(given);
        var filter = new EpisodeFilter(
            values.Text("q"),
            values.Take("role", GivenRole.Read),
            values.Take("lang", EditionLanguage.Wanted),
            values.Text("show"),
            values.Take("year", Given.Year),
            values.Text("topic"),
            values.Take<EpisodeSlug>("speaker", static text => Paths.TryReadSlug(text, out var slug) ? slug : null));
        return new EpisodeListAddress(filter, values.Take("order", ReadOrder) ?? EpisodeOrder.Newest, values.Unusable);
    }

    /// <summary>The value of the parameter for the order.</summary>
    public static string NameOf(EpisodeOrder order) => order switch
    {
        EpisodeOrder.Oldest => "oldest",
        EpisodeOrder.Title => "title",
        EpisodeOrder.Longest => "longest",
        _ => "newest",
    };

    private static EpisodeOrder? ReadOrder(string text) =>
        Enum.GetValues<EpisodeOrder>().Where(one => NameOf(one) == text).Cast<EpisodeOrder?>().FirstOrDefault();
}

/// <summary>Marks handlers that take the parameters of an <see cref="EpisodeListAddress"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TakesEpisodeListAttribute : Attribute, ITakesParameters
{
    public IReadOnlyList<string> Names => EpisodeListAddress.Parameters;
}
