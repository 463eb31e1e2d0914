namespace PodcastInsights.Web.Security;

/// <summary>The addresses of health checks. They are not counted by the rate limit and not logged; there are no other exceptions.</summary>
internal static class HealthAddresses
{
    public const string Live = "/health/live";

    public const string Ready = "/health/ready";

    public static bool Has(PathString path) => path.Value is Live or Ready;
}
