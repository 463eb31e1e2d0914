namespace PodcastInsights.Web.Answers;

/// <summary>Metadata of an endpoint: query parameters that it takes beside those which its handler declares.</summary>
internal interface ITakesParameters
{
    IReadOnlyList<string> Names { get; }
}
