namespace PodcastInsights.Web.Answers;

/// <summary>Endpoint metadata: query parameters that it takes in addition to those of its handler.</summary>
internal interface ITakesParameters
{
    IReadOnlyList<string> Names { get; }
}
