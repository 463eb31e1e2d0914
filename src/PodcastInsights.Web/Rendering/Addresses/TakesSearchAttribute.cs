using PodcastInsights.Web.Answers;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>Marks handlers that take the parameters of a <see cref="SearchAddress"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TakesSearchAttribute : Attribute, ITakesParameters
{
    public IReadOnlyList<string> Names => SearchAddress.Parameters;
}
