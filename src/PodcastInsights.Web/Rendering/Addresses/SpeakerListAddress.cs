using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Web.Answers;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>A list of speakers as an address has it, for page and data alike.</summary>
/// <param name="Unusable">Parameters whose value cannot be meant, as given: <c>role=king</c>. They narrow nothing.</param>
public sealed record SpeakerListAddress(SpeakerFilter Filter, SpeakerOrder Order, IReadOnlyList<string> Unusable)
{
    public static IReadOnlyList<string> Parameters { get; } = ["q", "role", "order"];

    public static SpeakerListAddress Read(IQueryCollection given)
    {
        var values = new GivenValues(given);
        var filter = new SpeakerFilter(values.Text("q"), values.Take("role", GivenRole.Read));
        return new SpeakerListAddress(filter, values.Take("order", ReadOrder) ?? SpeakerOrder.Name, values.Unusable);
    }

    /// <summary>The order as an address names it.</summary>
    public static string NameOf(SpeakerOrder order) => order == SpeakerOrder.Episodes ? "episodes" : "name";

    private static SpeakerOrder? ReadOrder(string text) =>
        Enum.GetValues<SpeakerOrder>().Where(one => NameOf(one) == text).Cast<SpeakerOrder?>().FirstOrDefault();
}

/// <summary>What has it takes the parameters of a <see cref="SpeakerListAddress"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TakesSpeakerListAttribute : Attribute, ITakesParameters
{
    public IReadOnlyList<string> Names => SpeakerListAddress.Parameters;
}
