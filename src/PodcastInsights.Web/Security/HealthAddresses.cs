namespace PodcastInsights.Web.Security;

/// <summary>What probes ask for. These two are not counted by the rate limit and not logged; nothing else is excepted.</summary>
internal static class HealthAddresses
{
    public const string Live = "/health/live";

    public const string Ready = "/health/ready";

    public static bool Has(PathString path) => path.Value is Live or Ready;
}
