using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Web.Answers;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>The parameters of a list of speakers, for the page and the API.</summary>
/// <param name="Unusable">Parameters with invalid values, as given: <c>role=king</c>. They are ignored.</param>
internal sealed record SpeakerListAddress(SpeakerFilter Filter, SpeakerOrder Order, IReadOnlyList<string> Unusable)
{
    public static IReadOnlyList<string> Parameters { get; } = ["q", "role", "order"];

    public static SpeakerListAddress Read(IQueryCollection given)
    {
        var values = new GivenValues(given);
        var filter = new SpeakerFilter(values.Text("q"), values.Take("role", GivenRole.Read));
        return new SpeakerListAddress(filter, values.Take("order", ReadOrder) ?? SpeakerOrder.Name, values.Unusable);
    }

    /// <summary>The value of the parameter for the order.</summary>
    public static string NameOf(SpeakerOrder order) => order == SpeakerOrder.Episodes ? "episodes" : "name";

    private static SpeakerOrder? ReadOrder(string text) =>
        Enum.GetValues<SpeakerOrder>().Where(one => NameOf(one) == text).Cast<SpeakerOrder?>().FirstOrDefault();
}

/// <summary>Marks handlers that take the parameters of a <see cref="SpeakerListAddress"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TakesSpeakerListAttribute : Attribute, ITakesParameters
{
    public IReadOnlyList<string> Names => SpeakerListAddress.Parameters;
}
